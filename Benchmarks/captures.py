"""The programs under test and the captures that they read."""
import json
import os
import subprocess
import sys
from dataclasses import dataclass

from measuring import FOLDER, ROOT, note

CACHE = os.path.join(FOLDER, ".build")


@dataclass
class Programs:
    apus: str
    generate: str


def build():
    """The release build of both programs."""
    note("Building")
    release = os.path.join(ROOT, "scripts", "release")
    subprocess.run([release, "apus", "apus-generate"], check=True, stdout=sys.stderr)
    found = subprocess.run([release, "--show-bin-path"], check=True, capture_output=True,
                           text=True).stdout.strip()
    return Programs(os.path.join(found, "apus"), os.path.join(found, "apus-generate"))


def generated(programs, kind, **options):
    """A capture by `apus-generate KIND`, made unless an earlier run has left it."""
    flags = [part for name, value in sorted(options.items())
             for part in (f"--{name.replace('_', '-')}", str(value))]
    name = "".join([kind, *flags]) + ".pcap"
    path = os.path.join(CACHE, name)
    # A generator that changed since makes other captures.
    if not os.path.exists(path) or os.path.getmtime(path) < os.path.getmtime(programs.generate):
        note(f"Generating {name}")
        os.makedirs(CACHE, exist_ok=True)
        unfinished = os.path.join(CACHE, "unfinished.pcap")
        subprocess.run([programs.generate, kind, unfinished, *flags], check=True)
        os.replace(unfinished[:-5] + ".json", path[:-5] + ".json")
        os.replace(unfinished, path)
    return path


def truth(path):
    """What the generator says that the capture holds."""
    with open(path[:-5] + ".json") as file:
        return json.load(file)


def warm(path):
    """Reads a file once, so that every program finds it in the page cache."""
    with open(path, "rb", buffering=0) as file:
        while file.read(1 << 20):
            pass
