extension PacketDecoder {
  /// Keeps a fragment, and reads what the datagram carries when it was the last to arrive.
  ///
  /// Earlier fragments stand as `.fragment`: they are counted, not analysed. A fragment that was
  /// cut by the snap length cannot be put together.
  mutating func readFragment(
    _ fragment: Fragment,
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    fragments.counters.fragments &+= 1
    walk.headers.transport = .fragment
    setPayload(frame, at: offset, &walk)
    if verifiesChecksums { sumPayload(frame, &walk) }
    guard walk.capturedEnd == walk.wireEnd, !walk.headers.oddities.contains(.badLength) else {
      fragments.counters.unusable &+= 1
      append(&walk, to: &packets)
      return
    }
    guard walk.reassemblies < FrameWalk.maximumReassemblies else {
      walk.headers.oddities.insert(.tooDeep)
      append(&walk, to: &packets)
      return
    }
    let isIPv4 = walk.headers.network == .ipv4
    let key = FragmentKey(
      source: walk.headers.source,
      destination: walk.headers.destination,
      identification: fragment.identification,
      ipProtocol: isIPv4 ? walk.headers.ipProtocol.rawValue : 0,
      isIPv4: isIPv4,
      path: paths.identify(walk.layers).flowPath
    )
    let result = fragments.add(
      fragment,
      of: key,
      at: walk.headers.time,
      frame,
      from: offset,
      count: walk.wireEnd - offset,
      &walk.headers.oddities
    )
    switch result {
    case .waiting:
      append(&walk, to: &packets)
    case .refused(let oddity):
      walk.headers.oddities.insert(oddity)
      append(&walk, to: &packets)
    case .complete(let datagram, let count):
      walk.headers.fragments = UInt16(truncatingIfNeeded: count)
      readReassembled(datagram, &walk, &packets)
    }
  }

  /// Reads the transport of a datagram that was put together.
  ///
  /// A datagram may hold fragments of an inner one: the outer buffer is kept until its inside was
  /// read, and the inner one stays for the caller, being what has a payload worth reading.
  private mutating func readReassembled(
    _ datagram: ContiguousArray<UInt8>,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    walk.capturedEnd = datagram.count
    walk.wireEnd = datagram.count
    walk.reassemblies &+= 1
    clearPayload(&walk)
    walk.headers.payloadReassembled = true
    reassembled = []
    let next = walk.headers.ipProtocol
    if walk.headers.network == .ipv4 {
      readTransport(next, datagram.span.bytes, at: 0, &walk, &packets)
    } else {
      let length = Int(walk.headers.ipHeaderLength)
      readAfterIPv6(
        next,
        datagram.span.bytes,
        from: 0,
        headerLength: length,
        &walk,
        &packets
      )
    }
    if reassembled.isEmpty { reassembled = datagram }
  }

  private func clearPayload(_ walk: inout FrameWalk) {
    walk.headers.transport = .none
    walk.headers.payloadOffset = 0
    walk.headers.payloadLength = 0
    walk.headers.payloadCaptured = 0
    walk.headers.payloadSum = 0
    walk.headers.payloadPrefix = 0
  }
}
