"""Chromium, and pages of it that remember everything that a report must not do."""
import atexit
import functools
import shutil

from playwright.sync_api import expect, sync_playwright

# A view is drawn in milliseconds; this is for machines that do something else besides.
expect.set_options(timeout=15_000)


@functools.cache
def chromium():
    """The one browser of the run."""
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    # Within containers Chromium cannot make its sandbox.
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    atexit.register(browser.close)
    return browser


@functools.cache
def page(theme="light", width=1280, bypass_csp=False):
    """A page, the same for each theme and width: opening one takes longer than a test."""
    return ReportPage(theme, width, bypass_csp)


class ReportPage:
    """A page of the browser in which reports are shown, one after the other."""

    def __init__(self, theme, width, bypass_csp):
        self.context = chromium().new_context(
            color_scheme=theme, bypass_csp=bypass_csp, viewport={"width": width, "height": 900},
            accept_downloads=True, locale="en-US", timezone_id="UTC")
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.context.route("**/*", self._refuse)
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.address = None
        self.problems = []
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.context.on("page", lambda other: self.problems.append(f"opened {other.url}"))

    def open(self, report, state=""):
        """Shows a report anew, with the state of an address such as `flows?flow=3`."""
        self.problems.clear()
        self.address = report.address
        # Another fragment alone would not load the page again.
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}#{state}" if state else self.address)
        expect(self.page.locator("main")).to_be_visible()
        self.settle()
        return self.page

    def settle(self):
        """Waits until what the page was told is drawn."""
        self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def go(self, letter):
        """To a view, by its keys."""
        self.page.keyboard.press("g")
        self.page.keyboard.press(letter)
        self.settle()

    def figures(self, names=None):
        """The numbers in the summary of a view by their titles; those that can be added up, or `names`."""
        found = {}
        for each in self.page.locator("main dl.summary > div").all():
            title = each.locator("dt").inner_text()
            value = each.locator("dd data").first
            if title in (names or ("Flows", "Packets", "Bytes", "Retransmissions")):
                found[title] = int(value.get_attribute("value"))
        return found

    def overflow(self):
        """By how many pixels the page is wider than the window."""
        return self.page.evaluate(
            "document.scrollingElement.scrollWidth - document.documentElement.clientWidth")

    def _refuse(self, route):
        if self._is_own(route.request.url):
            route.continue_()
        else:
            self.problems.append(f"request of {route.request.url[:200]}")
            route.abort()

    def _request(self, request):
        # Downloads are made in the page; nothing is fetched.
        if not self._is_own(request.url) and not request.url.startswith(("data:", "blob:")):
            self.problems.append(f"request of {request.url[:200]}")

    def _is_own(self, url):
        return url == "about:blank" or (self.address is not None and
                                        url.split("#")[0] == self.address)

    def _console(self, message):
        # A violation of the Content-Security-Policy is an error of the console.
        if message.type in ("error", "warning"):
            self.problems.append(f"console: {message.text[:500]}")

    def _dialog(self, dialog):
        self.problems.append(f"dialog: {dialog.message[:200]}")
        dialog.dismiss()
