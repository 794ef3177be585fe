extension PacketDecoder {
  /// Reads an IPv6 packet (RFC 8200 §3), its extension headers and what it carries.
  mutating func readIPv6(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(40, at: offset) else { return }
    let header = frame.extracting(offset..<offset &+ 40)
    let word = header.field32(0)
    guard word >> 28 == 6 else {
      walk.headers.oddities.insert(.badHeader)
      return
    }
    walk.headers.network = .ipv6
    walk.headers.trafficClass = UInt8(truncatingIfNeeded: word >> 20)
    let next = IPProtocol(rawValue: header.field8(6))
    walk.headers.ipProtocol = next
    walk.headers.hopLimit = header.field8(7)
    walk.headers.source = IPAddress(
      high: header.field64(8),
      low: header.field64(16)
    )
    walk.headers.destination = IPAddress(
      high: header.field64(24),
      low: header.field64(32)
    )
    walk.headers.ipHeaderLength = 40

    var length = Int(header.field16(4))
    if length == 0 {
      // A jumbogram says its length in an option; without one this is segmentation offload.
      if next == .hopByHop, let jumbo = Self.jumboLength(frame, at: offset + 40, walk.capturedEnd) {
        length = jumbo
      } else if next != .noNextHeader {
        length = max(0, walk.wireEnd - offset - 40)
        if length > 0 { walk.headers.oddities.insert(.superSegment) }
      }
    }
    if length > walk.wireEnd - offset - 40 {
      walk.headers.oddities.insert(.badLength)
    } else {
      walk.wireEnd = offset + 40 + length
      walk.capturedEnd = min(walk.capturedEnd, walk.wireEnd)
    }
    walk.headers.ipLength = UInt32(truncatingIfNeeded: length + 40)
    readAfterIPv6(next, frame, from: offset + 40, headerLength: 40, &walk, &packets)
  }

  /// Walks the extension headers from `start`, then reads the transport.
  ///
  /// The first of them may be inside a reassembled datagram (`headerLength` is what came before).
  mutating func readAfterIPv6(
    _ first: IPProtocol,
    _ frame: RawSpan,
    from start: Int,
    headerLength: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    var next = first
    var offset = start
    while Self.isExtensionHeader(next) {
      walk.headers.ipProtocol = next
      guard walk.holds(8, at: offset) else { return append(&walk, to: &packets) }
      let following = IPProtocol(rawValue: frame.byte(at: offset))
      if next == .fragment {
        let word = frame.bigEndian16(at: offset + 2)
        let piece = Fragment(
          identification: frame.bigEndian32(at: offset + 4),
          offset: Int(word & 0xfff8),
          moreFollow: word & 1 != 0
        )
        offset += 8
        if piece.offset != 0 || piece.moreFollow {
          walk.headers.ipHeaderLength = Self.clamped(headerLength + offset - start)
          walk.headers.ipProtocol = following
          return readFragment(piece, frame, at: offset, &walk, &packets)
        }
        // An atomic fragment (RFC 6946) is a whole packet.
        walk.headers.fragments = 1
      } else {
        offset += Self.extensionLength(next, frame.byte(at: offset + 1))
      }
      next = following
    }
    walk.headers.ipHeaderLength = Self.clamped(headerLength + offset - start)
    walk.headers.ipProtocol = next
    readTransport(next, frame, at: offset, &walk, &packets)
  }

  private static func clamped(_ length: Int) -> UInt16 { UInt16(clamping: length) }

  static func isExtensionHeader(_ next: IPProtocol) -> Bool {
    switch next {
    case .hopByHop, .routing, .fragment, .destinationOptions, .authentication, .mobility, .hip,
      .shim6:
      true
    default: false
    }
  }

  /// Bytes of an extension header: AH counts in 4 bytes less two (RFC 4302 §2.2), all others in 8
  /// less one.
  static func extensionLength(_ kind: IPProtocol, _ field: UInt8) -> Int {
    kind == .authentication ? (Int(field) + 2) * 4 : (Int(field) + 1) * 8
  }

  /// The length of a jumbogram (RFC 2675 §2), if the hop-by-hop header at `offset` has the option.
  private static func jumboLength(_ frame: RawSpan, at offset: Int, _ end: Int) -> Int? {
    guard offset + 8 <= end else { return nil }
    let headerEnd = min(end, offset + extensionLength(.hopByHop, frame.byte(at: offset + 1)))
    var position = offset + 2
    while position + 2 <= headerEnd {
      let kind = frame.byte(at: position)
      if kind == 0 {
        position += 1
        continue
      }
      if kind == 0xc2, frame.byte(at: position + 1) == 4, position + 6 <= headerEnd {
        return Int(frame.bigEndian32(at: position + 2))
      }
      position += 2 + Int(frame.byte(at: position + 1))
    }
    return nil
  }
}
