"""Resident memory: bounded by the flows alive, not by the length of the capture."""
import os

import captures
from measuring import MEGABYTE, run, threshold


def measure(programs, report, options):
    bounds = threshold("memory")
    peaks = {}
    sizes = (200, 400) if options.quick else (500, 2000)
    for megabytes in sizes:
        path = captures.generated(programs, "bench", mb=megabytes)
        flows = captures.truth(path)["flows"]
        # Ended flows stay for late packets up to a bound, so no more than these are alive.
        alive = min(flows, bounds["flows_alive_at_most"])
        allowed = bounds["base_bytes"] + alive * bounds["bytes_per_flow"]
        for threads in (1, 2):
            used = run([programs.apus, "analyze", "--threads", str(threads), path]).memory
            peaks.setdefault(threads, []).append(used)
            report.bar(f"{megabytes} MB, {flows:,} flows, threads {threads}", used / MEGABYTE,
                       allowed / MEGABYTE, " MB", at_least=False)
        if megabytes == max(sizes):
            os.remove(path)
    for threads, (small, large) in peaks.items():
        report.bar(f"{sizes[1] // sizes[0]} times the capture, threads {threads}", large / small,
                   bounds["growth"], "×", at_least=False)
