extension PacketDecoder {
  /// Sums the captured payload and says whether the transport checksum over `header` bytes from
  /// `offset`, the rest of the message and the pseudo-header (RFC 9293 §3.1, RFC 8200 §8.1) is
  /// right.
  @inline(__always)
  func verifyTransport(
    _ frame: RawSpan,
    header: Int,
    at offset: Int,
    _ ipProtocol: IPProtocol,
    _ walk: inout FrameWalk
  ) {
    sumPayload(frame, &walk)
    // Every covered byte must be in the file.
    guard walk.capturedEnd == walk.wireEnd, offset &+ header <= walk.capturedEnd,
      !walk.headers.oddities.contains(.badLength)
    else { return }
    let isIPv4 = walk.headers.network == .ipv4
    var pseudo = InternetChecksum()
    pseudo.add(walk.headers.source, isIPv4: isIPv4)
    pseudo.add(walk.headers.destination, isIPv4: isIPv4)
    pseudo.add(UInt16(ipProtocol.rawValue))
    pseudo.add(UInt32(truncatingIfNeeded: walk.wireEnd &- offset))
    var sum = pseudo
    sum.add(InternetChecksum.sum(ofHeader: frame.extracting(offset..<offset &+ header)))
    let payload = Int(walk.headers.payloadOffset)
    if payload > offset &+ header {
      let between = payload &- offset &- header
      sum.add(InternetChecksum.sum(of: frame, from: offset &+ header, count: between))
    }
    sum.add(walk.headers.payloadSum)
    walk.headers.transportChecksum = Self.state(
      sum.folded,
      field: walk.headers.checksum,
      pseudoHeader: pseudo.folded
    )
  }

  /// ICMP for IPv4 has no pseudo-header (RFC 792).
  func verifyICMP(_ frame: RawSpan, at offset: Int, _ walk: inout FrameWalk) {
    sumPayload(frame, &walk)
    guard walk.capturedEnd == walk.wireEnd, !walk.headers.oddities.contains(.badLength) else {
      return
    }
    let count = walk.wireEnd &- offset
    let sum = InternetChecksum.sum(of: frame, from: offset, count: count)
    walk.headers.transportChecksum = sum == 0xffff ? .good : .bad
  }

  /// Sums the captured payload.
  @inline(__always)
  func sumPayload(_ frame: RawSpan, _ walk: inout FrameWalk) {
    walk.headers.payloadSum = InternetChecksum.sum(
      of: frame,
      from: Int(walk.headers.payloadOffset),
      count: Int(walk.headers.payloadCaptured)
    )
  }

  @inline(__always)
  private static func state(
    _ sum: UInt16,
    field: UInt16,
    pseudoHeader: UInt16
  ) -> ChecksumState {
    if sum == 0xffff { return .good }
    // Drivers leave the plain pseudo-header sum in the field for the adapter to complete.
    return field == pseudoHeader ? .offloaded : .bad
  }
}
