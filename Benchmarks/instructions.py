"""Instructions for each packet and flow, counted by valgrind: the same on a busy machine.

A short capture is taken off a longer one, so that start and end of the program do not count.
"""
import json
import os
import platform
import re
import subprocess
import sys

import captures
from measuring import FOLDER, is_installed, note, threshold

FILE = os.path.join(FOLDER, "Thresholds", "instructions.json")


def workloads(programs):
    """By name: the unit, the options of `apus analyze`, and a short and a long capture."""
    bench = [captures.generated(programs, "bench", mb=mb) for mb in (2, 20)]
    flows = [captures.generated(programs, "flows", count=count) for count in (500, 5_000)]
    return {
        "summary": ("packets", ["--no-findings"], bench),
        "findings": ("packets", [], bench),
        "protocols": ("packets", ["--protocols", "all"], bench),
        "events": ("packets", ["--events", "apus"], bench),
        "wireshark": ("packets", ["--events", "wireshark"], bench),
        "short_flows": ("flows", ["--no-findings"], flows),
        "short_flows_findings": ("flows", [], flows),
        "short_flows_json": ("flows", ["--flows", "json"], flows),
    }


def stripped(program):
    """A copy without debug information, whose form valgrind does not understand."""
    copy = os.path.join(captures.CACHE, os.path.basename(program))
    subprocess.run(["strip", "--strip-debug", "-o", copy, program], check=True)
    return copy


def count(command):
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    process = subprocess.run(valgrind + command, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, text=True)
    found = re.search(r"Collected\s*:\s*(\d+)", process.stderr)
    if process.returncode != 0 or found is None:
        sys.exit(f"valgrind failed on {' '.join(command)}:\n{process.stderr[-2000:]}")
    return int(found.group(1))


def measured(programs):
    found = {}
    apus = stripped(programs.apus)
    for name, (unit, flags, paths) in workloads(programs).items():
        counts = [count([apus, "analyze", "--threads", "1", *flags, path])
                  for path in paths]
        units = [captures.truth(path)[unit] for path in paths]
        found[name] = (counts[1] - counts[0]) / (units[1] - units[0])
    return found


def measure(programs, report, options):
    if not is_installed("valgrind"):
        why = "valgrind is not installed; `./dev setup --test` does that"
        return report.skip("instructions", why)
    committed = threshold("instructions")
    machine = platform.machine()
    found = measured(programs)
    if options.update_thresholds:
        committed["per_unit"][machine] = {name: round(value, 1) for name, value in found.items()}
        with open(FILE, "w") as file:
            file.write(json.dumps(committed, indent=2) + "\n")
        note(f"Wrote {os.path.relpath(FILE)}")
    bounds = committed["per_unit"].get(machine)
    for name, value in found.items():
        if bounds is None or name not in bounds:
            why = f"no threshold for {machine}; see --update-thresholds"
            report.skip(f"{name}: {value:,.1f}", why)
        else:
            report.bar(name, value, bounds[name] * committed["tolerance"], at_least=False)
