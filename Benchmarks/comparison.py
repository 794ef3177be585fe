"""Apus beside the programs that people use for the same work, on one large capture."""
import os

import captures
from measuring import MEGABYTE, interleaved, is_installed, threshold

ROUNDS = 5
# It takes seconds, and its times spread little.
TSHARK_ROUNDS = 3


def commands(apus, path):
    """What is compared, by name, with the most rounds of each."""
    peers = {
        "tshark": (["tshark", "-r", path, "-n", "-q", "-z", "conv,tcp"], TSHARK_ROUNDS),
        "tcptrace": (["tcptrace", "-l", "-r", "-n", path], ROUNDS),
        "argus": (["argus", "-r", path, "-w", "/dev/null"], ROUNDS),
        "capinfos": (["capinfos", "-c", path], ROUNDS),
    }
    analyze = [apus, "analyze", "--no-findings", "--threads"]
    own = {f"apus {number}": (analyze + [str(number), path], ROUNDS) for number in (1, 2)}
    return own | {name: peer for name, peer in peers.items() if is_installed(name)}


def measure(programs, report, options):
    path = captures.generated(programs, "bench", mb=50 if options.quick else 500)
    truth = captures.truth(path)
    report.line(f"{os.path.getsize(path) / MEGABYTE:,.0f} MB, {truth['packets']:,} packets, "
                f"{truth['flows']:,} flows")
    captures.warm(path)
    found = interleaved(commands(programs.apus, path), 1 if options.quick else ROUNDS)
    one = found["apus 1"]
    report.line(f"{'':<10} {'wall s':>8} {'CPU s':>8} {'peak MB':>8} {'Mpackets/s':>11} "
                f"{'wall ÷ apus 1':>14} {'CPU ÷ apus 1':>13}")
    for name, run in found.items():
        report.line(f"{name:<10} {run.wall:>8.3f} {run.cpu:>8.3f} {run.memory / MEGABYTE:>8.1f} "
                    f"{truth['packets'] / run.wall / 1e6:>11.2f} {run.wall / one.wall:>14.2f} "
                    f"{run.cpu / one.cpu:>13.2f}")
    for peer, bound in threshold("comparison")["times_faster_than"].items():
        if peer in found:
            report.bar(f"one thread against {peer}", found[peer].wall / one.wall, bound, "×")
        else:
            report.skip(peer, "it is not installed; `./dev setup --test` does that")
    report.bar("two threads against one", one.wall / found["apus 2"].wall,
               threshold("comparison")["two_threads"], "×")
