extension FrameScript {
  /// Two hosts and what lies between them.
  struct Pair {
    var client: Host
    var server: Host
    var vlan: UInt16?

    var route: Route { Route(source: client, destination: server, vlan: vlan) }
  }

  enum DNSOutcome {
    case addresses([Address])
    case nameError(zone: String)
    case serverFailure
    case unanswered
  }

  /// A DNS question and what became of it; one without an answer is asked again after five seconds.
  static func dns(
    _ pair: Pair,
    port: UInt16,
    id: UInt16,
    name: String,
    type: DNSMessage.RecordType = .a,
    outcome: DNSOutcome,
    latency: UInt64
  ) -> FrameScript {
    let query = datagram(
      pair.route,
      from: port,
      to: 53,
      payload: DNSMessage.query(id: id, name: name, type: type)
    )
    let answer: [UInt8]
    switch outcome {
    case .unanswered:
      return FrameScript(frames: [(0, query), (5_000_000_000, query)], isFlow: true)
    case .addresses(let addresses):
      answer = DNSMessage.response(id: id, name: name, type: type, addresses: addresses)
    case .nameError(let zone):
      answer = DNSMessage.nameError(id: id, name: name, type: type, zone: zone)
    case .serverFailure:
      answer = DNSMessage.serverFailure(id: id, name: name, type: type)
    }
    let reply = datagram(pair.route.reversed, from: 53, to: port, payload: answer)
    return FrameScript(frames: [(0, query), (latency, reply)], isFlow: true)
  }

  /// A client's NTP request and its answer.
  static func ntp(_ pair: Pair, port: UInt16, time: UInt64, latency: UInt64) -> FrameScript {
    let request = NTPMessage.packet(isServer: false, time: time)
    let reply = NTPMessage.packet(isServer: true, time: time + latency / 2)
    return FrameScript(
      frames: [
        (0, datagram(pair.route, from: port, to: 123, payload: request)),
        (latency, datagram(pair.route.reversed, from: 123, to: port, payload: reply)),
      ],
      isFlow: true
    )
  }

  /// Echo requests a second apart, each answered after `latency`.
  static func ping(
    _ pair: Pair,
    count: Int,
    identifier: UInt16,
    latency: UInt64
  ) -> FrameScript {
    let payload = (0..<48).map { UInt8($0) }
    var frames: [(delay: UInt64, bytes: [UInt8])] = []
    for sequence in 0..<count {
      for isReply in [false, true] {
        let frame = FrameBuilder.echo(
          isReply ? pair.route.reversed : pair.route,
          isReply: isReply,
          identifier: identifier,
          sequence: UInt16(sequence + 1),
          payload: payload
        )
        frames.append((UInt64(sequence) * 1_000_000_000 + (isReply ? latency : 0), frame))
      }
    }
    return FrameScript(frames: frames, isFlow: true)
  }

  /// Datagrams shaped like QUIC version 1: long headers, then short ones; the contents are noise.
  static func quicLike(
    _ pair: Pair,
    port: UInt16,
    datagrams: Int,
    latency: UInt64,
    using random: inout RandomSource
  ) -> FrameScript {
    let (destination, source) = (random.bytes(8), random.bytes(8))
    var frames: [(delay: UInt64, bytes: [UInt8])] = []
    for index in 0..<datagrams {
      let isFromServer = index % 3 != 0
      let payload: [UInt8]
      if index < 2 {
        payload =
          [0xC3, 0, 0, 0, 1, 8] + destination + [8] + source + [0, 0x44, 0x96]
          + random.bytes(1174)
      } else {
        payload =
          [0x43] + (isFromServer ? source : destination)
          + random.bytes(random.within(40...1180))
      }
      let frame =
        isFromServer
        ? datagram(pair.route.reversed, from: 443, to: port, payload: payload)
        : datagram(pair.route, from: port, to: 443, payload: payload)
      frames.append((UInt64(index) * latency / 2, frame))
    }
    return FrameScript(frames: frames, isFlow: true)
  }

  /// A UDP frame whose IP identification follows from its ports and contents.
  static func datagram(
    _ route: Route,
    from source: UInt16,
    to destination: UInt16,
    payload: [UInt8]
  ) -> [UInt8] {
    let seed = payload.prefix(8).reduce(UInt16(payload.count)) { $0 &* 31 &+ UInt16($1) }
    return FrameBuilder.udp(
      route,
      sourcePort: source,
      destinationPort: destination,
      identification: seed &+ source,
      payload: payload
    )
  }
}
