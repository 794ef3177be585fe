extension TCPConnection {
  /// Frame, IP and TCP headers with timestamps, for the time a segment takes on the link.
  private static let headerLength = 66

  /// Puts a segment on the path: it may be lost, held back, or pass the capture point later.
  func transmit(_ original: Segment, in network: inout Network) {
    var segment = original
    let side = segment.side.rawValue
    segment.identification = identifications[side]
    identifications[side] &+= 1
    segment.timestampValue = timestamp(segment.side, at: network.now)
    segment.timestampEcho = receivers[side].timestampToEcho

    var extraDelay: UInt64 = 0
    if segment.extent > 0 {
      senders[side].transmissions += 1
      switch impairment(of: segment, in: &network) {
      case .lostBeforeTap: return
      case .lostAfterTap: segment.isLostAfterTap = true
      case .delayed(let delay): extraDelay = delay
      case nil: break
      }
    }
    let wireTime = UInt64(Self.headerLength + segment.length) * 1_000_000_000 / plan.rate
    let departure = max(network.now, senders[side].linkFreeAt) + wireTime
    senders[side].linkFreeAt = departure
    let toTap = segment.side == .client ? plan.clientDelay : plan.serverDelay
    schedule(.tap(segment), at: departure + toTap + extraDelay, in: &network)
  }

  private func impairment(
    of segment: Segment,
    in network: inout Network
  ) -> TCPPlan.Impairment.Kind? {
    let ordinal = senders[segment.side.rawValue].transmissions
    for planned in plan.impairments
    where planned.side == segment.side && planned.transmission == ordinal {
      return planned.kind
    }
    if plan.lossBeforeTap > 0, network.random.chance(plan.lossBeforeTap) { return .lostBeforeTap }
    if plan.lossAfterTap > 0, network.random.chance(plan.lossAfterTap) { return .lostAfterTap }
    guard plan.reordering > 0, segment.length > 0, network.random.chance(plan.reordering) else {
      return nil
    }
    // Long enough for one or two followers to overtake, short of a round trip.
    let spacing = UInt64(plan.payloadLimit) * 1_000_000_000 / plan.rate
    let roundTrip = 2 * (plan.clientDelay + plan.serverDelay)
    return .delayed(min(spacing * 2 + 20_000, roundTrip / 3))
  }

  /// A segment passes the capture point.
  func pass(_ segment: Segment, in network: inout Network) {
    if isSeen(segment) {
      count(segment, in: &network)
      record(segment, in: &network)
    }
    guard !segment.isLostAfterTap else { return }
    scheduleInjection(after: segment, in: &network)
    if segment.side == .server {
      schedule(.arrival(segment), at: network.now + plan.clientDelay, in: &network)
    } else if let time = arrivalAtServer(of: segment, in: &network) {
      schedule(.arrival(segment), at: time, in: &network)
    }
  }

  func count(_ segment: Segment, in network: inout Network) {
    if !hasBeenSeen {
      hasBeenSeen = true
      network.truth.flows += 1
      network.truth.tcpConnections += 1
    }
    network.truth.tcpPackets += 1
    if segment.flags == .ack, windowField(of: segment) == 0 { network.truth.zeroWindows += 1 }

    let side = segment.side.rawValue
    let highest = senders[side].highestAtTap
    // A bare ACK shows how far its sender has come, too.
    senders[side].highestAtTap = max(highest, segment.end)
    guard segment.extent > 0 else { return }
    let index = senders[side].index(ofOffset: segment.offset)
    // What is no longer outstanding was acknowledged, so a copy of it passed here.
    let seenBefore = index.map { senders[side].outstanding[$0].passedTap } ?? true
    if segment.isRetransmission {
      if seenBefore {
        network.truth.retransmissionsSeenTwice += 1
        if segment.flags.contains(.syn) { network.truth.handshakeRetransmissions += 1 }
      } else if segment.offset < highest {
        network.truth.holeFills += 1
      } else {
        network.truth.invisibleRetransmissions += 1
      }
    } else if segment.offset < highest {
      network.truth.reordered += 1
    }
    if let index { senders[side].outstanding[index].passedTap = true }
  }

  func route(of side: Side) -> Route {
    let forward = Route(source: plan.client, destination: plan.server, vlan: plan.vlan)
    return side == .client ? forward : forward.reversed
  }

  /// Records a segment, as coming from `route` where that is not what its side's packets show.
  func record(_ segment: Segment, on differing: Route? = nil, in network: inout Network) {
    network.recordTCP(
      differing ?? route(of: segment.side),
      fields(of: segment),
      segment: segment,
      stream: senders[segment.side.rawValue].stream
    )
  }

  func fields(of segment: Segment) -> FrameBuilder.TCPFields {
    let isClient = segment.side == .client
    // A reset that answers a SYN has sequence number 0 (RFC 9293 §3.10.7.1).
    let isRefusal = segment.flags.contains(.rst) && segment.offset == 0
    return FrameBuilder.TCPFields(
      sourcePort: isClient ? plan.clientPort : plan.serverPort,
      destinationPort: isClient ? plan.serverPort : plan.clientPort,
      sequence: isRefusal ? 0 : sequence(segment.offset, of: segment.side),
      acknowledgment: segment.flags.contains(.ack)
        ? sequence(segment.acknowledgment, of: segment.side.other) : 0,
      flags: segment.flags.rawValue,
      window: windowField(of: segment),
      options: options(of: segment)
    )
  }

  private func windowField(of segment: Segment) -> UInt16 {
    let shift = segment.flags.contains(.syn) ? 0 : plan.windowScale
    return UInt16(min(segment.window >> shift, 65_535))
  }

  private func options(of segment: Segment) -> FrameBuilder.TCPOptionFields {
    var options = FrameBuilder.TCPOptionFields()
    guard !segment.flags.contains(.rst) else { return options }
    if plan.usesTimestamps {
      options.timestamps = (segment.timestampValue, segment.timestampEcho)
    }
    if segment.flags.contains(.syn) {
      options.maximumSegmentSize = UInt16(plan.maximumSegmentSize)
      options.permitsSACK = plan.usesSACK
      options.windowScale = plan.windowScale
    }
    options.sack = segment.sack.map { block in
      (
        sequence(block.lowerBound, of: segment.side.other),
        sequence(block.upperBound, of: segment.side.other)
      )
    }
    return options
  }
}
