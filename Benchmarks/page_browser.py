"""page_browser.py MANY LONG: how quick a report of many flows and one of a long flow are in Chromium, as
JSON: medians in milliseconds, and frames a second."""
import json
import pathlib
import shutil
import statistics
import sys

from playwright.sync_api import sync_playwright

ROUNDS = 5
# What the page's own code takes, up to the frame that shows it.
TIMED = """async act => {
  const start = performance.now();
  eval(act);
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
FILTERS = ["tcp and packets > 3", "port 80", "duration > 1ms", "host 10.0.0.0/8", "bytes > 100"]


def first_view(context, address):
    """From the beginning of the navigation to the first content that was drawn."""
    page = context.new_page()
    page.goto(address)
    page.locator("main").wait_for()
    found = page.evaluate(
        "() => Math.max(...performance.getEntriesByType('paint').map(each => each.startTime))")
    page.close()
    return found


def sorting(page):
    times = []
    for title in ("Duration", "Client", "Bytes", "Server", "Packets"):
        act = (f"[...document.querySelectorAll('th button')]"
               f".find(each => each.textContent.startsWith('{title}')).click()")
        times.append(page.evaluate(TIMED, act))
    return statistics.median(times)


def filtering(page):
    times = []
    for text in FILTERS:
        times.append(page.evaluate(
            TIMED, f"location.hash = '#flows?q=' + encodeURIComponent({json.dumps(text)});"
                   "dispatchEvent(new HashChangeEvent('hashchange'))"))
        page.wait_for_timeout(300)
    return statistics.median(times)


def panning(page):
    """Frames a second while the pointer drags the whole graph."""
    canvas = page.locator("main canvas").first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    page.evaluate("""() => {
      window.frames_ = [];
      const tick = time => { window.frames_.push(time); requestAnimationFrame(tick); };
      requestAnimationFrame(tick);
    }""")
    page.get_by_role("button", name="Zoom in").last.click()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.8, y)
    page.mouse.down()
    page.evaluate("() => { window.frames_.length = 0; }")
    for step in range(120):
        page.mouse.move(box["x"] + box["width"] * (0.8 - 0.6 * step / 120), y)
        page.wait_for_timeout(16)
    page.mouse.up()
    times = page.evaluate("() => window.frames_")
    gaps = [after - before for before, after in zip(times, times[1:])]
    return 1000 / statistics.mean(gaps)


def main(many, long):
    many, long = (pathlib.Path(each).resolve().as_uri() for each in (many, long))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"),
                                             args=["--no-sandbox"])
        # Timing a page from outside takes code of its own, which the page's policy forbids.
        context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
        found = {"first_view": statistics.median(first_view(context, many) for _ in range(ROUNDS))}
        page = context.new_page()
        page.goto(f"{many}#flows")
        page.locator("tbody tr").nth(3).wait_for()
        found["flows"] = int(page.locator("nav [aria-current=page] data").get_attribute("value"))
        found["sort"] = sorting(page)
        found["filter"] = filtering(page)
        page.close()
        page = context.new_page()
        page.goto(f"{long}#flows")
        packets = page.locator("tbody td:last-child data").first
        packets.wait_for()
        found["packets"] = int(packets.get_attribute("value"))
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.locator("main canvas").first.wait_for()
        page.wait_for_timeout(2000)
        found["frames"] = panning(page)
        browser.close()
    print(json.dumps(found))


main(*sys.argv[1:])
