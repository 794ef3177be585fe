"""The report as a page: what writing it costs, how large it is, and how quick it is in a browser."""
import gzip
import json
import os
import subprocess
import tempfile

import captures
from measuring import MEGABYTE, ROOT, interleaved, threshold

ROUNDS = 5


def measure(programs, report, options):
    bounds = threshold("page")
    with tempfile.TemporaryDirectory() as folder:
        measure_writing(programs, report, bounds, options, folder)
        measure_script(report, bounds)
        measure_browser(programs, report, bounds, options, folder)


def measure_writing(programs, report, bounds, options, folder):
    """Beside the same analysis with all that the page shows, as JSON."""
    path = captures.generated(programs, "bench", mb=50 if options.quick else 500)
    captures.warm(path)
    page = os.path.join(folder, "bench.html")
    rounds = 1 if options.quick else ROUNDS
    for threads in (1, 2):
        analyze = [programs.apus, "analyze", path, "--threads", str(threads), "--protocols", "all"]
        found = interleaved({"json": (analyze + ["--json"], rounds),
                             "page": (analyze + ["--json", "--html", page], rounds)}, rounds)
        report.line(f"threads {threads}: {found['json'].wall:.3f} s as JSON, "
                    f"{found['page'].wall:.3f} s with the page, "
                    f"{found['page'].memory / MEGABYTE:.0f} MB")
        if threads == 2:
            report.bar("time with the page against without", found["page"].wall / found["json"].wall,
                       bounds["times_analysis"], "×", at_least=False)
    report.bar("page of 500 MB", os.path.getsize(page) / MEGABYTE, bounds["megabytes"], " MB",
               at_least=False)


def measure_script(report, bounds):
    with open(os.path.join(ROOT, "Web", "dist", "report.js"), "rb") as file:
        size = len(gzip.compress(file.read(), 9))
    report.bar("script, compressed", size / 1000, bounds["script_kilobytes"], " kB", at_least=False)


def measure_browser(programs, report, bounds, options, folder):
    """Times in Chromium, of a page with 100,000 flows and of a flow with 200,000 packets."""
    environment = os.path.join(ROOT, "Tests", "Browser", "environment")
    found = subprocess.run([environment], capture_output=True, text=True)
    if found.returncode != 0:
        return report.skip("browser", "Chromium is not installed; `./dev setup --test` does that")
    many = captures.generated(programs, "flows", count=10_000 if options.quick else 100_000)
    long = captures.generated(programs, "download", mb=20 if options.quick else 200)
    pages = {}
    for name, path in {"many": many, "long": long}.items():
        pages[name] = os.path.join(folder, name + ".html")
        subprocess.run([programs.apus, "analyze", path, "--html", pages[name]], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    script = os.path.join(ROOT, "Benchmarks", "page_browser.py")
    run = subprocess.run([found.stdout.strip(), script, pages["many"], pages["long"]], check=True,
                         capture_output=True, text=True)
    times = json.loads(run.stdout)
    report.line(f"{times['flows']:,} flows, {times['packets']:,} packets of one flow")
    for name in ("first_view", "sort", "filter"):
        report.bar(f"{name.replace('_', ' ')}", times[name], bounds[name], " ms", at_least=False)
    report.bar("panning the time–sequence graph", times["frames"], bounds["frames"], " frames/s")
