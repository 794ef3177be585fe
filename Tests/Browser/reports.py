"""Reports of captures, and what the program says of the same captures in its other outputs."""
import atexit
import functools
import json
import os
import pathlib
import subprocess
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = pathlib.Path(os.environ.get("APUS_CORPUS", ROOT.parent / "shared" / "corpus"))
APUS = pathlib.Path(os.environ["APUS"])
GENERATE = APUS.with_name("apus-generate")

# Captures of the corpus, each with something that others do not have.
KINDS = {
    "loss of TCP segments": "apus-truth__loss1-s1-B.pcap",
    "reordering over IPv6": "apus-truth__v6-loss-reorder-s1-B.pcap",
    "closed window": "chrissanders__tcp_zerowindowrecovery.pcapng",
    "DNS": "zeek__tunnels-Teredo.pcap",
    "HTTP, many flows": "chrissanders__http_espn.pcapng",
    "TLS": "zeek__tls-tls1.2.pcap",
    "QUIC": "ndpi__quic-v2.pcapng",
    "RTP": "ndpi__rtp.pcapng",
    "VLAN and MPLS": "zeek__mixed-vlan-mpls.pcap",
    "VXLAN": "zeek__tunnels-vxlan-encapsulated-http.pcap",
    "port scan": "chrissanders__synscan.pcapng",
    "truncated packets": "zeek__trunc-trunc-hdr.pcap",
    "IPv6 fragments": "chrissanders__ipv6_fragments.pcapng",
    "several interfaces": "wireshark__many_interfaces.pcapng.1",
    "wireless": "packetnet__CaptureFiles-80211_plus_radiotap_header.pcap",
    "damaged file": "apus-fuzz__chrissanders-http_espn-file.pcapng",
    "many protocols": "ndpi__1kxun.pcap",
    "empty": "wireshark__empty.pcap",
}


@functools.cache
def folder():
    """Where reports are kept until the tests end."""
    scratch = tempfile.TemporaryDirectory(prefix="apus-browser-")
    atexit.register(scratch.cleanup)
    return pathlib.Path(scratch.name)


class Report:
    """The report of a capture, made when the first test asks for it."""

    def __init__(self, capture):
        self.capture = pathlib.Path(capture)

    @functools.cached_property
    def path(self):
        path = folder() / f"{self.capture.name}.html"
        self._apus("--protocols", "all", "--html", path, "--json")
        return path

    @property
    def address(self):
        return self.path.as_uri()

    @functools.cached_property
    def document(self):
        """What --json writes."""
        return json.loads(self._apus("--protocols", "all", "--json"))

    @functools.cached_property
    def flows(self):
        """What --flows json writes, a dictionary for each flow."""
        lines = self._apus("--protocols", "all", "--flows", "json").splitlines()
        return sorted(map(json.loads, lines), key=lambda flow: flow["id"])

    @functools.cached_property
    def transactions(self):
        """What --transactions json writes, by type."""
        found = {}
        for line in self._apus("--transactions", "json").splitlines():
            each = json.loads(line)
            found.setdefault(each["type"], []).append(each)
        return found

    @property
    def start(self):
        return int(self.document["totals"]["earliest_ns"] or 0)

    def _apus(self, *options):
        command = [APUS, "analyze", self.capture, *options]
        run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True)
        # 2 says that the capture is damaged.
        if run.returncode not in (0, 2):
            raise RuntimeError(f"{command}: {run.stderr.decode(errors='replace')}")
        return run.stdout.decode()


@functools.cache
def sample():
    """The report of the capture that `./dev up` makes."""
    path = folder() / "sample.pcap"
    subprocess.run([GENERATE, "sample", path], check=True, stdout=subprocess.DEVNULL)
    return Report(path)


@functools.cache
def corpus():
    """Reports by kind; none where the corpus is not there."""
    return {kind: Report(CORPUS / name) for kind, name in KINDS.items() if CORPUS.is_dir()}


def state(view, **parameters):
    """The address of a view, as in `flows?q=tcp`."""
    query = urllib.parse.urlencode(parameters)
    return f"{view}?{query}" if query else view
