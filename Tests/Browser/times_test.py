"""Captures whose clocks tell what no capture lives long enough to see: every view shows them, at any zoom."""
import struct
import unittest

import browser
import hostile
import reports
from kinds_test import VIEWS

LATEST = 2 ** 63 - 1

# Nanoseconds of packets, in turn, and the seconds that the interface adds.
CLOCKS = {
    "one moment": ([1_740_992_400_000_000_000], 0),
    "the earliest moment": ([0], -2 ** 63),
    "the latest moment": ([LATEST], 0),
    "centuries apart": ([0, LATEST], 0),
}


def capture(times, offset):
    """A pcapng of a connection and a name lookup."""
    frames = hostile.http(0, "x") + hostile.dns(0, "x")
    section = hostile.block(0x0A0D0D0A, struct.pack("<IHHq", 0x1A2B3C4D, 1, 0, -1))
    clock = struct.pack("<HHBxxx", 9, 1, 9) + struct.pack("<HHq", 14, 8, offset) + bytes(4)
    packets = b""
    for number, frame in enumerate(frames):
        time = times[number % len(times)]
        head = struct.pack("<IIIII", 0, time >> 32, time & 0xFFFFFFFF, len(frame), len(frame))
        packets += hostile.block(6, head + hostile.padded(frame))
    return section + hostile.block(1, struct.pack("<HHI", 1, 0, 0) + clock) + packets


class TimesTest(unittest.TestCase):
    def test_every_view_draws_as_it_is_and_zoomed(self):
        page = browser.page()
        for number, (kind, clock) in enumerate(CLOCKS.items()):
            path = reports.folder() / f"times{number}.pcapng"
            path.write_bytes(capture(*clock))
            page.open(reports.Report(path))
            for zooms in (0, 1, 50):
                for _ in range(zooms):
                    page.page.get_by_role("button", name="Zoom in").first.click()
                for key, view in VIEWS.items():
                    with self.subTest(kind, view=view, zooms=zooms):
                        page.go(key)
                        self.assertEqual(page.page.locator("main [role=alert]").count(), 0)
                        self.assertEqual(page.problems, [])
