extension RTPDissector {
  /// Bytes of a datagram that ``recognise(_:after:)`` needs of the one before.
  package static let recognitionBytes = 12

  /// Whether a datagram is RTCP, or could be RTP; the latter shows only with the next of its source.
  package static func recognise(_ datagram: RawSpan) -> Recognition {
    if isControl(datagram) { return isReport(datagram) ? .yes(.client) : .no }
    guard let packet = try? RTPPacket(parsing: datagram), packet.payloadType.isPlausible,
      packet.payloadLength > 0
    else { return .no }
    return .needsMore
  }

  /// Whether a datagram is RTP, given the beginning of an earlier one of the same sender: same
  /// source, and the next sequence number (RFC 3550 A.1).
  package static func recognise(_ datagram: RawSpan, after earlier: RawSpan) -> Recognition {
    let alone = recognise(datagram)
    guard alone == .needsMore else { return alone }
    var before = ByteReader(earlier)
    var after = ByteReader(datagram)
    guard let first = try? before.readUInt8(), first >> 6 == 2,
      (try? before.skip(1)) != nil, (try? after.skip(2)) != nil,
      let last = try? before.readUInt16(), let next = try? after.readUInt16(),
      (try? before.skip(4)) != nil, (try? after.skip(4)) != nil,
      let source = try? before.readUInt32(), source == (try? after.readUInt32())
    else { return .needsMore }
    return next == last &+ 1 ? .yes(.client) : .needsMore
  }

  /// Whether the second byte is a type of RTCP rather than of RTP (RFC 5761 §4).
  static func isControl(_ datagram: RawSpan) -> Bool {
    guard datagram.byteCount >= 8 else { return false }
    let type = datagram.unsafeLoadUnaligned(fromByteOffset: 1, as: UInt8.self)
    return (192...223).contains(type)
  }

  /// Whether a compound begins with a report and fills its datagram (RFC 3550 A.2).
  private static func isReport(_ datagram: RawSpan) -> Bool {
    guard let packets = try? RTCPPacket.compound(datagram), let first = packets.first else {
      return false
    }
    switch first {
    case .senderReport, .receiverReport: return true
    case .description, .goodbye, .other: return false
    }
  }
}
