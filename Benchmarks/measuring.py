"""Runs of programs with their times and memory, and the table of what was found."""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

FOLDER = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(FOLDER)
MEGABYTE = 1_000_000


def note(text):
    print(f"==> {text}", file=sys.stderr, flush=True)


def threshold(name):
    """The committed thresholds of a part."""
    with open(os.path.join(FOLDER, "Thresholds", name + ".json")) as file:
        return json.load(file)


def is_installed(program):
    return shutil.which(program) is not None


@dataclass
class Run:
    wall: float  # seconds
    cpu: float  # seconds, user and system, of all threads
    memory: int  # bytes resident at most


def run(command):
    """Runs a program once, its output thrown away; an error of the program ends the bench."""
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, LC_ALL="C")
        start = time.monotonic()
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit status {process.returncode}")
    # Linux counts in kilobytes, Darwin in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def median(runs):
    """The medians of times, and the largest memory."""
    return Run(statistics.median(run.wall for run in runs),
               statistics.median(run.cpu for run in runs), max(run.memory for run in runs))


def interleaved(commands, rounds):
    """Runs all commands in turn, round after round, so that a slow minute touches all alike.

    `commands` maps names to a command and the most rounds that it takes.
    """
    runs = {name: [] for name in commands}
    for number in range(rounds):
        for name, (command, most) in commands.items():
            if number < most:
                runs[name].append(run(command))
    return {name: median(list) for name, list in runs.items()}


class Report:
    """Prints what is measured, and remembers whether every threshold held."""

    def __init__(self):
        self.missed = []

    def section(self, title):
        print(f"\n## {title}", flush=True)

    def line(self, text):
        print(text, flush=True)

    def bar(self, what, value, bound, unit="", at_least=True):
        """Compares a figure with its threshold."""
        holds = value >= bound if at_least else value <= bound
        sign = "≥" if at_least else "≤"
        verdict = "holds" if holds else "MISSED"
        self.line(f"{verdict:<7} {what}: {value:,.2f}{unit} (threshold {sign} {bound:,.2f}{unit})")
        if not holds:
            self.missed.append(what)

    def skip(self, what, why):
        self.line(f"skipped {what}: {why}")

    def finish(self):
        count = len(self.missed)
        print(f"\n{count} thresholds missed" if count else "\nEvery threshold held")
        for what in self.missed:
            print(f"  {what}")
        return 1 if self.missed else 0
