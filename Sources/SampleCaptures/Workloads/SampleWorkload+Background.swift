extension SampleWorkload {
  /// ARP, ping, NTP and multicast DNS.
  static func housekeeping() -> [Scheduled] {
    let (laptop, router) = (Hosts.laptop, Hosts.router)
    let arp = [
      (delay: UInt64(0), bytes: FrameBuilder.arp(from: laptop, to: router, isReply: false)),
      (delay: UInt64(400_000), bytes: FrameBuilder.arp(from: router, to: laptop, isReply: true)),
    ]
    let ping = FrameScript.Pair(client: laptop, server: Hosts.web)
    let pingV6 = FrameScript.Pair(client: Hosts.laptopV6, server: Hosts.webV6)
    let clock = FrameScript.Pair(client: laptop, server: Hosts.time)
    return [
      at(milliseconds: 0, .frames(FrameScript(frames: arp, isFlow: false))),
      at(milliseconds: 900, .frames(multicastQuestion)),
      at(milliseconds: 960, .frames(multicastAnswer)),
      at(
        milliseconds: 1500,
        .frames(.ntp(clock, port: 50_123, time: 1_740_992_401_500_000_000, latency: 21_000_000))
      ),
      at(
        milliseconds: 2000,
        .frames(.ping(ping, count: 4, identifier: 4711, latency: 18_300_000))
      ),
      at(
        milliseconds: 2300,
        .frames(.ping(pingV6, count: 2, identifier: 4712, latency: 17_100_000))
      ),
    ]
  }

  private static var multicastQuestion: FrameScript {
    multicast(from: Hosts.phone, DNSMessage.serviceQuestion("_ipp._tcp.local"))
  }

  private static var multicastAnswer: FrameScript {
    multicast(
      from: Hosts.laptop,
      DNSMessage.serviceAnnouncement("_ipp._tcp.local", instance: "printer")
    )
  }

  private static func multicast(from host: Host, _ payload: [UInt8]) -> FrameScript {
    var source = host
    source.timeToLive = 255
    let route = Route(source: source, destination: Hosts.multicastDNS)
    let frame = FrameScript.datagram(route, from: 5353, to: 5353, payload: payload)
    return FrameScript(frames: [(0, frame)], isFlow: true)
  }

  /// DNS as it goes well, slowly, wrongly and not at all.
  static func names() -> [Scheduled] {
    let pair = FrameScript.Pair(client: Hosts.laptop, server: Hosts.router)
    let answers: [(UInt64, String, DNSMessage.RecordType, Address, UInt64)] = [
      (20, "www.example.com", .a, Hosts.web.address, 12),
      (22, "www.example.com", .aaaa, Hosts.webV6.address, 13),
      (480, "shop.example.com", .a, Hosts.shop.address, 15),
      (3000, "api.example.com", .a, Hosts.api.address, 11),
      (6000, "downloads.example.org", .a, Hosts.downloads.address, 14),
      (11_000, "video.example.net", .a, Hosts.video.address, 1870),
    ]
    var scheduled = answers.enumerated().map { index, answer in
      let (start, name, type, address, latency) = answer
      return at(
        milliseconds: start,
        .frames(
          .dns(
            pair,
            port: 40_001 + UInt16(index),
            id: 0x1A00 + UInt16(index),
            name: name,
            type: type,
            outcome: .addresses([address]),
            latency: latency * 1_000_000
          )
        )
      )
    }
    let failures: [(UInt64, String, FrameScript.DNSOutcome)] = [
      (3500, "wpad.example.com", .nameError(zone: "example.com")),
      (5200, "intranet.example.net", .unanswered),
    ]
    for (index, failure) in failures.enumerated() {
      let (start, name, outcome) = failure
      let script = FrameScript.dns(
        pair,
        port: 40_101 + UInt16(index),
        id: 0x2B00 + UInt16(index),
        name: name,
        outcome: outcome,
        latency: 16_000_000
      )
      scheduled.append(at(milliseconds: start, .frames(script)))
    }
    return scheduled
  }
}
