"""Every view in both themes, full and empty, by the rules of axe-core for WCAG 2.2 AA."""
import unittest

from axe_playwright_python.sync_playwright import Axe

import browser
import reports

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STATES = ["findings", "timeline", "traffic", "hosts", "flows", "dns", "http", "tls", "capture",
          "flows?q=udp and tcp", "flows?flow=18"]


class AxeTest(unittest.TestCase):
    def test_no_view_has_a_violation(self):
        some = {"sample": (reports.sample(), STATES)}
        if empty := reports.corpus().get("empty"):
            some["empty"] = (empty, STATES[:9])
        for theme in ("light", "dark"):
            # axe is put into the page, which the page's own policy forbids.
            page = browser.page(theme, bypass_csp=True)
            for kind, (report, states) in some.items():
                for state in states:
                    with self.subTest(kind, theme=theme, state=state):
                        self.check(page, report, state)

    def test_the_help_has_none(self):
        page = browser.page("light", bypass_csp=True)
        page.open(reports.sample())
        page.page.keyboard.press("?")
        page.settle()
        self.assertEqual(self.violations(page), [])

    def check(self, page, report, state):
        page.open(report, state)
        self.assertEqual(self.violations(page), [])

    def violations(self, page):
        found = Axe().run(page.page, options={"runOnly": RULES}).response["violations"]
        return [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in found]
