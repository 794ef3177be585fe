package import Packets

extension PacketOddities {
  /// Every oddity with the name it has in every output, in the order of their bits.
  package static let names: [(oddity: PacketOddities, name: String)] = [
    (.truncatedHeader, "truncated_header"),
    (.truncatedPayload, "truncated_payload"),
    (.badLength, "bad_length"),
    (.badHeader, "bad_header"),
    (.badOption, "bad_option"),
    (.superSegment, "super_segment"),
    (.tooDeep, "too_deep"),
    (.fragmentOverlap, "fragment_overlap"),
    (.fragmentBad, "fragment_bad"),
    (.fragmentDropped, "fragment_dropped"),
    (.unknownLink, "unknown_link"),
    (.badTransport, "bad_transport"),
  ]
}
