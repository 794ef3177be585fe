"""What a person does in the report of the sample capture."""
import csv
import re
import unittest

from playwright.sync_api import expect

import browser
import reports


class SampleTest(unittest.TestCase):
    def setUp(self):
        self.report = reports.sample()
        self.tab = browser.page()

    def open(self, state=""):
        self.page = self.tab.open(self.report, state)

    def tearDown(self):
        self.assertEqual(self.tab.problems, [])

    def count(self):
        """Rows of the table, as it says."""
        text = self.page.get_by_role("status").filter(has_text=re.compile(r"flows?$")).inner_text()
        return int(text.split()[0].replace(",", ""))

    def filter(self, text):
        self.page.keyboard.press("/")
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        # Keys would go on to be typed.
        self.page.get_by_role("combobox", name="Filter of flows").blur()
        self.tab.settle()

    def test_the_filter_selects_the_same_flows_as_the_list(self):
        self.open("flows")
        for text, holds in {
            "tcp port 80": lambda flow: flow["transport"] == "tcp" and 80 in ports(flow),
            "host 192.168.1.42": lambda flow: "192.168.1.42" in addresses(flow),
            "udp": lambda flow: flow["transport"] == "udp",
            "retransmissions > 0": lambda flow: retransmissions(flow) > 0,
        }.items():
            with self.subTest(text):
                self.filter(text)
                self.assertEqual(self.count(), sum(map(holds, self.report.flows)))

    def test_a_filter_that_cannot_be_read_says_where(self):
        self.open("flows")
        self.filter("retransmissions >")
        expect(self.page.get_by_role("alert")).to_be_visible()

    def test_completions_are_offered_and_taken(self):
        self.open("flows")
        self.page.keyboard.press("/")
        self.page.keyboard.type("retr")
        expect(self.page.get_by_role("option").first).to_contain_text("retransmissions")
        self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("combobox", name="Filter of flows")).to_have_value(re.compile("^retransmissions"))

    def test_the_brush_selects_flows_of_that_time(self):
        self.open("flows")
        strip = self.page.locator(".timeline-strip")
        box = strip.bounding_box()
        y = box["y"] + 40
        self.page.mouse.move(box["x"] + box["width"] * 0.3, y)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + box["width"] * 0.6, y, steps=5)
        self.page.mouse.up()
        self.tab.settle()
        window = [int(value) for value in re.findall(r"(?:from|to)=(\d+)", self.page.url)]
        self.assertEqual(len(window), 2)
        self.assertEqual(self.count(), self.within(*window))

    def test_the_brush_works_by_keys(self):
        self.open("flows")
        self.page.locator(".timeline-strip").focus()
        for _ in range(3):
            self.page.keyboard.press("+")
        self.tab.settle()
        window = [int(value) for value in re.findall(r"(?:from|to)=(\d+)", self.page.url)]
        self.assertEqual(self.count(), self.within(*window))
        self.page.keyboard.press("Escape")
        self.tab.settle()
        self.assertEqual(self.count(), len(self.report.flows))

    def within(self, start, end):
        start, end = self.report.start + start, self.report.start + end
        return sum(flow["first_ns"] <= end and flow["last_ns"] >= start
                   for flow in self.report.flows)

    def test_a_column_sorts_both_ways(self):
        self.open("flows")
        header = self.page.get_by_role("columnheader", name="Bytes")
        header.get_by_role("button").click()
        first = self.column(9)
        header.get_by_role("button").click()
        second = self.column(9)
        sizes = sorted(sum(flow[side]["wire_bytes"] for side in ("originator", "responder"))
                       for flow in self.report.flows)
        # Rows in sight alone are drawn.
        self.assertIn(sizes[:len(first)], (first, second))
        self.assertIn(sizes[::-1][:len(first)], (first, second))

    def column(self, number):
        self.tab.settle()
        cells = self.page.locator(f"tbody tr td:nth-child({number + 1}) data")
        return [int(cell.get_attribute("value")) for cell in cells.all()]

    def test_a_flow_opens_and_closes_by_keys(self):
        self.open("flows")
        self.page.keyboard.press("j")
        self.page.keyboard.press("Enter")
        expect(self.page.locator("main h2").first).to_contain_text("→")
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_role("heading", name="Flows")).to_be_visible()

    def test_a_traced_flow_shows_its_graphs(self):
        worst = max(self.report.flows, key=retransmissions)
        self.open(reports.state("flows", flow=worst["id"]))
        for name in ("Time–sequence", "Throughput", "Round trips", "TCP states"):
            expect(self.page.get_by_role("heading", name=name).first).to_be_visible()
        self.assertGreater(self.page.locator("main canvas").count(), 2)

    def test_display_filters_go_to_the_clipboard(self):
        self.open("findings")
        self.page.get_by_role("button", name="Copy display filter").first.click()
        self.tab.settle()
        copied = self.page.evaluate("navigator.clipboard.readText()")
        self.assertEqual(copied, self.report.document["findings"][0]["display_filter"])

    def test_the_csv_has_what_the_filter_selects(self):
        self.open("flows")
        self.filter("udp")
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name="Save as CSV").click()
        with open(download.value.path(), newline="") as file:
            rows = list(csv.reader(file))
        udp = [flow for flow in self.report.flows if flow["transport"] == "udp"]
        self.assertEqual(len(rows), 1 + len(udp))

    def test_themes_are_kept(self):
        self.open()
        for theme in ("dark", "light"):
            self.page.get_by_role("button", name=f"{theme.capitalize()} theme").click()
            self.assertEqual(self.page.locator("html").get_attribute("data-theme"), theme)
        self.page.get_by_role("button", name="System theme").click()

    def test_times_are_relative_or_absolute(self):
        self.open("flows")
        relative = self.page.locator("tbody time").first.inner_text()
        self.page.keyboard.press("t")
        expect(self.page.locator("tbody time").first).to_contain_text("09:00:")
        self.assertNotIn(":", relative)

    def test_the_address_leads_back(self):
        self.open("flows")
        self.filter("udp")
        count = self.count()
        self.tab.go("d")
        self.page.go_back()
        self.tab.settle()
        self.assertEqual(self.count(), count)
        self.page.reload()
        self.tab.settle()
        self.assertEqual(self.count(), count)

    def test_garbage_in_the_address_is_harmless(self):
        for state in ("nonsense", "flows?from=abc&to=-1&flow=99999999", "flows?q=%ff%00((((",
                      "dns?from=99999999999999999999&to=0", "flow?flow=-3"):
            with self.subTest(state):
                self.open(state)
                expect(self.page.locator("nav [aria-current=page]")).to_be_visible()
                self.assertEqual(self.tab.problems, [])

    def test_help_lists_the_keys(self):
        self.open()
        self.page.keyboard.press("?")
        expect(self.page.get_by_role("dialog")).to_contain_text("filter flows")
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_role("dialog")).to_have_count(0)

    def test_keys_of_one_character_can_be_switched_off(self):
        self.open("flows")
        for is_on in (False, True):
            self.page.get_by_role("button", name="Help").click()
            self.page.get_by_role("checkbox").set_checked(is_on)
            self.page.keyboard.press("Escape")
            self.page.locator("main h2").click()
            self.tab.go("d")
            expect(self.page.get_by_role("heading", name="DNS" if is_on else "Flows")).to_be_visible()

    def test_paper_has_the_findings_and_no_controls(self):
        self.open("findings")
        self.page.emulate_media(media="print")
        try:
            expect(self.page.get_by_role("heading", name="A receiver stops reading")).to_be_visible()
            expect(self.page.locator("nav")).to_be_hidden()
        finally:
            self.page.emulate_media(media="screen")


def ports(flow):
    return flow["originator"]["port"], flow["responder"]["port"]


def addresses(flow):
    return flow["originator"]["address"], flow["responder"]["address"]


def retransmissions(flow):
    tcp = flow["tcp"]
    if not tcp:
        return 0
    return sum(tcp[side]["headline_retransmissions"] for side in ("originator", "responder"))
