"""Flows as JSON Lines: bytes written for each second that writing adds."""
import subprocess

import captures
from measuring import MEGABYTE, interleaved, threshold

ROUNDS = 5


def size_of_output(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    size = 0
    while piece := process.stdout.read(1 << 20):
        size += len(piece)
    process.wait()
    return size


def measure(programs, report, options):
    path = captures.generated(programs, "flows", count=10_000 if options.quick else 100_000)
    captures.warm(path)
    plain = [programs.apus, "analyze", "--threads", "1", path]
    formats = {name: plain + ["--flows", name] for name in ("json", "csv", "zeek")}
    commands = {"summary": (plain, ROUNDS)} | {
        name: (command, ROUNDS) for name, command in formats.items()}
    found = interleaved(commands, 1 if options.quick else ROUNDS)
    rates = {}
    for name, command in formats.items():
        size = size_of_output(command) / MEGABYTE
        # Of CPU time: the rest of the machine has no part in it. A hundredth of a second is the
        # least that can be told.
        added = max(found[name].cpu - found["summary"].cpu, 0.01)
        rates[name] = size / added
        report.line(f"{name:<5} {size:>7.1f} MB in {added * 1000:>5.0f} ms more than without: "
                    f"{rates[name]:,.0f} MB/s")
    bound = threshold("export")["json_megabytes_per_second"]
    report.bar("flows as JSON Lines", rates["json"], bound, " MB/s")
