"""What reading application protocols costs: beside no reading at all, and of memory."""
import os

import captures
import instructions
from measuring import MEGABYTE, interleaved, is_installed, run, threshold

ROUNDS = 5


def measure(programs, report, options):
    bounds = threshold("protocols")
    measure_rate(programs, report, bounds, options)
    measure_instructions(programs, report, bounds)
    measure_memory(programs, report, bounds, options)


def measure_rate(programs, report, bounds, options):
    """Packets a second with all protocols, as a share of those with none."""
    path = captures.generated(programs, "bench", mb=50 if options.quick else 500)
    captures.warm(path)
    rounds = 1 if options.quick else ROUNDS
    for threads in (1, 2):
        analyze = [programs.apus, "analyze", "--threads", str(threads), "--protocols"]
        found = interleaved({name: (analyze + [name, path], rounds) for name in ("none", "all")},
                            rounds)
        report.line(f"threads {threads}: {found['none'].wall:.3f} s without, "
                    f"{found['all'].wall:.3f} s with all protocols")
        report.bar(f"rate with all protocols, threads {threads}",
                   found["none"].wall / found["all"].wall, bounds["rate"], "×")


def measure_instructions(programs, report, bounds):
    """Instructions for each packet with all protocols, as a multiple of those with none."""
    if not is_installed("valgrind"):
        why = "valgrind is not installed; `./dev setup --test` does that"
        return report.skip("instructions", why)
    paths = [captures.generated(programs, "bench", mb=mb) for mb in (2, 20)]
    packets = [captures.truth(path)["packets"] for path in paths]
    apus = instructions.stripped(programs.apus)
    found = {}
    for protocols in ("none", "all"):
        command = [apus, "analyze", "--threads", "1", "--protocols", protocols]
        counts = [instructions.count(command + [path]) for path in paths]
        found[protocols] = (counts[1] - counts[0]) / (packets[1] - packets[0])
        report.line(f"{protocols:<4} {found[protocols]:>8,.1f} instructions a packet")
    report.bar("instructions, all protocols against none", found["all"] / found["none"],
               bounds["times_instructions"], "×", at_least=False)


def measure_memory(programs, report, bounds, options):
    """A download of 2 GB needs no more memory than one of 20 MB."""
    sizes = (20, 200) if options.quick else (20, 2000)
    peaks = {}
    for megabytes in sizes:
        path = captures.generated(programs, "download", mb=megabytes)
        for threads in (1, 2):
            command = [programs.apus, "analyze", "--threads", str(threads), "--protocols", "all"]
            used = run(command + [path]).memory
            peaks.setdefault(threads, []).append(used)
            report.line(f"download of {megabytes:,} MB, threads {threads}: "
                        f"{used / MEGABYTE:,.1f} MB")
        if megabytes == max(sizes):
            os.remove(path)
    for threads, (small, large) in peaks.items():
        report.bar(f"{sizes[1] // sizes[0]} times the download, threads {threads}", large / small,
                   bounds["growth"], "×", at_least=False)
