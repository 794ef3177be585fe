"""report-pictures.py REPORT FOLDER: screenshots of a report in its themes and widths."""
import pathlib
import sys

import browser

# Name, theme, width and height in pixels, and the state of the page.
PICTURES = [
    ("report-findings", "light", 1280, 860, "findings"),
    ("report-flow", "dark", 1280, 1240, "flows?flow=18"),
    ("report-flows", "light", 1280, 860, "flows"),
    ("report-narrow", "light", 400, 860, "findings"),
]


class Shown:
    """What the browser's page opens."""

    def __init__(self, path):
        self.address = pathlib.Path(path).resolve().as_uri()


def main(report, folder):
    for name, theme, width, height, state in PICTURES:
        page = browser.page(theme, width)
        page.page.set_viewport_size({"width": width, "height": height})
        page.open(Shown(report), state)
        # Graphs measure their room before they draw.
        page.page.wait_for_load_state("networkidle")
        page.settle()
        page.page.screenshot(path=f"{folder}/{name}.png")


main(*sys.argv[1:])
