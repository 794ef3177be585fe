"""A capture whose every text from outside tries to break the page that shows it."""
import struct

MARKUP = "<img src=x onerror=\"document.title='broken'\">"
SCRIPT = "</script><script>document.title='broken'</script><!--"
BIDI = "\u202egnp.exe\u2066\u200f"
CONTROL = "a\x1b[31m\x07\x00b\x7f\u0085"
TEXTS = [MARKUP, SCRIPT, BIDI, CONTROL, "javascript:alert(1)", "]]>{{7*7}}${7*7}", "W" * 200]


def capture():
    """A pcapng with hostile options, DNS, HTTP and TLS."""
    frames = []
    for number, text in enumerate(TEXTS):
        frames += dns(number, text) + http(number, text) + tls(number, text)
    return pcapng(frames)


def pcapng(frames):
    section = block(0x0A0D0D0A, struct.pack("<IHHq", 0x1A2B3C4D, 1, 0, -1) + options(
        {1: MARKUP, 2: SCRIPT, 3: BIDI, 4: CONTROL}))
    interface = block(1, struct.pack("<HHI", 1, 0, 0) + options({1: SCRIPT, 2: MARKUP, 3: BIDI}))
    packets = b""
    for number, frame in enumerate(frames):
        time = 1_740_992_400_000_000 + number * 1000
        body = struct.pack("<IIIII", 0, time >> 32, time & 0xFFFFFFFF, len(frame), len(frame))
        packets += block(6, body + padded(frame) + options({1: SCRIPT}))
    return section + interface + packets


def block(kind, body):
    size = len(body) + 12
    return struct.pack("<II", kind, size) + body + struct.pack("<I", size)


def options(texts):
    found = b""
    for code, text in texts.items():
        value = text.encode()
        found += struct.pack("<HH", code, len(value)) + padded(value)
    return found + struct.pack("<HH", 0, 0)


def padded(value):
    return value + bytes(-len(value) % 4)


def dns(number, text):
    """A question with the text as labels, and its answer with the text in a TXT record."""
    labels = [text.encode()[at:at + 63] for at in range(0, min(len(text.encode()), 180), 63)]
    name = b"".join(bytes([len(label)]) + label for label in labels) + b"\0"
    question = name + struct.pack("!HH", 16, 1)
    value = text.encode()[:255]
    answer = b"\xc0\x0c" + struct.pack("!HHIH", 16, 1, 60, len(value) + 1) + bytes([len(value)]) + value
    ask = struct.pack("!HHHHHH", number, 0x0100, 1, 0, 0, 0) + question
    reply = struct.pack("!HHHHHH", number, 0x8180, 1, 1, 0, 0) + question + answer
    port = 40_000 + number
    return [ethernet(udp(port, 53, ask), True), ethernet(udp(53, port, reply, 17), False, 17)]


def http(number, text):
    raw = text.replace("\x00", "").replace("\n", "").encode()
    target = raw.replace(b" ", b"%20")
    request = (b"GET /" + target + b" HTTP/1.1\r\nHost: " + raw + b"\r\nUser-Agent: " + raw
               + b"\r\nReferer: " + raw + b"\r\n\r\n")
    response = (b"HTTP/1.1 200 " + raw + b"\r\nContent-Type: " + raw + b"\r\nContent-Length: 0\r\n"
                b"Server: " + raw + b"\r\n\r\n")
    return connection(41_000 + number, 80, request, response)


def tls(number, text):
    name = text.encode()
    names = struct.pack("!HBH", len(name) + 3, 0, len(name)) + name
    protocol = name[:255]
    protocols = struct.pack("!HB", len(protocol) + 1, len(protocol)) + protocol
    extensions = (struct.pack("!HH", 0, len(names)) + names
                  + struct.pack("!HH", 16, len(protocols)) + protocols)
    body = (b"\x03\x03" + bytes(32) + b"\0" + struct.pack("!HH", 2, 0xC02F) + b"\x01\0"
            + struct.pack("!H", len(extensions)) + extensions)
    hello = b"\x01" + len(body).to_bytes(3, "big") + body
    record = b"\x16\x03\x01" + struct.pack("!H", len(hello)) + hello
    alert = b"\x15\x03\x03\x00\x02\x02\x28"
    return connection(42_000 + number, 443, record, alert)


def connection(port, service, request, response):
    """Handshake, one message each way, and both FINs."""
    there, back = 1000, 2000
    frames = [segment(port, service, there, 0, 0x02, b""),
              segment(service, port, back, there + 1, 0x12, b""),
              segment(port, service, there + 1, back + 1, 0x18, request)]
    there += 1 + len(request)
    frames.append(segment(service, port, back + 1, there, 0x18, response))
    back += 1 + len(response)
    frames += [segment(port, service, there, back, 0x11, b""),
               segment(service, port, back, there + 1, 0x11, b""),
               segment(port, service, there + 1, back + 1, 0x10, b"")]
    return frames


def segment(source, destination, sequence, acknowledgment, flags, payload):
    header = struct.pack("!HHIIBBHHH", source, destination, sequence, acknowledgment, 0x50, flags,
                         64_000, 0, 0)
    return ethernet(header + payload, destination < 1024, 6)


def udp(source, destination, payload, _=17):
    return struct.pack("!HHHH", source, destination, len(payload) + 8, 0) + payload


def ethernet(transport, is_request, protocol=17):
    client, server = bytes([192, 0, 2, 1]), bytes([198, 51, 100, 1])
    source, destination = (client, server) if is_request else (server, client)
    header = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(transport), 0, 0, 64, protocol, 0)
    hardware = bytes([2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0])
    return hardware + header + source + destination + transport
