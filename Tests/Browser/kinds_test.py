"""Reports of captures of every kind: nothing fails, nothing leaves the page, and what it says is what the
program says in its other outputs."""
import unittest

import browser
import reports

VIEWS = {"f": "findings", "t": "timeline", "r": "traffic", "h": "hosts", "l": "flows", "d": "dns",
         "w": "http", "s": "tls", "c": "capture"}


class KindsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.page = browser.page()
        cls.reports = {"sample": reports.sample()} | reports.corpus()
        if len(cls.reports) == 1:
            print("The capture corpus is not there: the sample capture alone is looked at")

    def test_every_view_is_reached_by_keys_and_draws_without_complaint(self):
        for kind, report in self.reports.items():
            self.page.open(report)
            for key, view in VIEWS.items():
                with self.subTest(kind, view=view):
                    self.page.go(key)
                    current = self.page.page.locator("nav [aria-current=page]")
                    self.assertEqual(current.get_attribute("href").split("?")[0], f"#{view}")
                    self.assertLessEqual(self.page.overflow(), 0)
                    self.assertEqual(self.page.problems, [])

    def test_every_view_fits_a_narrow_window(self):
        page = browser.page(width=320)
        for kind in ("sample", "VLAN and MPLS", "HTTP, many flows"):
            if kind not in self.reports:
                continue
            page.open(self.reports[kind])
            for key, view in VIEWS.items():
                with self.subTest(kind, view=view):
                    page.go(key)
                    self.assertLessEqual(page.overflow(), 0)
                    self.assertEqual(page.problems, [])

    def test_findings_are_those_of_the_document(self):
        for kind, report in self.reports.items():
            with self.subTest(kind):
                self.page.open(report, "findings")
                titles = self.page.page.locator("main .finding h3").all_inner_texts()
                found = [finding["title"] for finding in report.document["findings"]]
                self.assertEqual(titles, found)

    def test_figures_of_flows_are_those_of_the_list(self):
        for kind, report in self.reports.items():
            with self.subTest(kind):
                self.page.open(report, "flows")
                flows = report.flows
                self.assertEqual(self.page.figures(), {
                    "Flows": len(flows),
                    "Packets": total(flows, "packets"),
                    "Bytes": total(flows, "wire_bytes"),
                    "Retransmissions": sum(
                        side["headline_retransmissions"] for flow in flows if flow["tcp"]
                        for side in (flow["tcp"]["originator"], flow["tcp"]["responder"])),
                })

    def test_figures_of_applications_are_those_of_the_document(self):
        for kind, report in self.reports.items():
            totals = report.document["applications"]
            for view, figures in {
                "dns": {"Queries": totals["dns"]["queries"] - totals["dns"]["multicast"],
                        "Unanswered": totals["dns"]["unanswered"]},
                "http": {"Requests": totals["http"]["requests"],
                         "Unanswered": totals["http"]["unanswered"],
                         "Server errors (5xx)": totals["http"]["statuses"]["5xx"]},
                "tls": {"Handshakes": totals["tls"]["connections"] + totals["quic"]["connections"],
                        "Established": totals["tls"]["established"] + totals["quic"]["established"]},
            }.items():
                if view == "dns":
                    # Multicast is counted apart on the page, and its questions among all in the document.
                    figures.pop("Queries")
                with self.subTest(kind, view=view):
                    self.page.open(report, view)
                    shown = self.page.figures(figures)
                    if shown:
                        self.assertEqual(shown, figures)
                    else:
                        self.assertEqual(sum(figures.values()), 0)


def total(flows, name):
    return sum(flow[side][name] for flow in flows for side in ("originator", "responder"))
