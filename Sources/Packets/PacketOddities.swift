/// Named, countable oddities of one packet (Zeek calls them "weirds"); they never stop the analysis.
@usableFromInline package struct PacketOddities: OptionSet, Hashable, Sendable {
  @usableFromInline package var rawValue: UInt32

  @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The snap length cut a header that was needed.
  package static let truncatedHeader = PacketOddities(rawValue: 1 << 0)
  /// The snap length cut the payload.
  package static let truncatedPayload = PacketOddities(rawValue: 1 << 1)
  /// A length field contradicts its header or the frame.
  package static let badLength = PacketOddities(rawValue: 1 << 2)
  /// A header's version or fixed field is impossible.
  package static let badHeader = PacketOddities(rawValue: 1 << 3)
  /// A TCP option's length runs past the header or is below 2.
  package static let badOption = PacketOddities(rawValue: 1 << 4)
  /// IPv4 total length 0 (or longer than the link allows): segmentation offload at the capture host.
  package static let superSegment = PacketOddities(rawValue: 1 << 5)
  /// More levels of encapsulation than the decoder follows.
  package static let tooDeep = PacketOddities(rawValue: 1 << 6)
  /// A fragment overlaps another of its datagram.
  package static let fragmentOverlap = PacketOddities(rawValue: 1 << 7)
  /// A fragment reaches past 65,535 bytes or contradicts the datagram's size.
  package static let fragmentBad = PacketOddities(rawValue: 1 << 8)
  /// The reassembly bounds turned the fragment away.
  package static let fragmentDropped = PacketOddities(rawValue: 1 << 9)
  /// The link type is not known to the decoder.
  package static let unknownLink = PacketOddities(rawValue: 1 << 10)
  /// The transport header is cut or impossible.
  package static let badTransport = PacketOddities(rawValue: 1 << 11)
}
