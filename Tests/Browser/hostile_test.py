"""Texts from packets, files and their names are shown, and do nothing."""
import unittest

import browser
import hostile
import reports
from kinds_test import VIEWS

# What would change how its surroundings are read, if it were drawn as it is.
INVISIBLE = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200F, 0x1B, 7)]


class HostileTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        path = reports.folder() / "<img src=x onerror=alert(1)>\u202egnp.pcapng"
        path.write_bytes(hostile.capture())
        cls.report = reports.Report(path)

    def test_nothing_runs_and_nothing_breaks_the_layout(self):
        for width in (1280, 320):
            page = browser.page(width=width)
            page.open(self.report)
            for key, view in VIEWS.items():
                with self.subTest(view, width=width):
                    page.go(key)
                    self.check(page)

    def test_pages_of_flows_are_as_safe(self):
        page = browser.page()
        for flow in self.report.flows[:21]:
            with self.subTest(flow["id"]):
                page.open(self.report, reports.state("flows", flow=flow["id"]))
                self.check(page)

    def test_the_texts_are_there(self):
        """Else there would be nothing to fear."""
        found = self.report.transactions
        for each, where in ((found["dns"], lambda line: line["dns"]["name"]),
                            (found["http"], lambda line: line["http"]["request"]["host"]),
                            (found["tls"], lambda line: line["tls"]["server_name"])):
            self.assertTrue(any("<img" in (where(line) or "") for line in each))
            self.assertTrue(any("\u202e" in (where(line) or "") for line in each))

    def check(self, page):
        self.assertEqual(page.problems, [])
        self.assertLessEqual(page.overflow(), 0)
        self.assertNotIn("broken", page.page.title())
        self.assertEqual(page.page.locator("main img, main script, main iframe").count(), 0)
        text = page.page.locator("body").inner_text()
        self.assertEqual([f"U+{ord(one):04X}" for one in INVISIBLE if one in text], [])
