package import Packets

/// Packets and bytes of the whole capture.
///
/// Frames are counted once, whatever they encapsulate: `packets(_: NetworkKind)` goes by the
/// outermost header, `packets(_: TransportKind)` by the innermost.
package struct CaptureTotals: Sendable {
  package var packets: UInt64 = 0
  /// Bytes of whole frames on the wire.
  package var wireBytes: UInt64 = 0
  /// Bytes of whole frames in the file.
  package var capturedBytes: UInt64 = 0
  /// Frames that the snap length cut.
  package var truncatedPackets: UInt64 = 0
  /// Frames with a tunnel inside.
  package var tunnelledPackets: UInt64 = 0
  /// Frames whose time was earlier than the one before by more than 1 µs.
  package var clockBackwards: UInt64 = 0
  /// IP headers with a bad header checksum, and transport headers with a bad checksum.
  package var badNetworkChecksums: UInt64 = 0
  package var badTransportChecksums: UInt64 = 0
  /// Transport checksums that were left to the network adapter.
  package var offloadedChecksums: UInt64 = 0
  /// Transport checksums that could be verified, good or bad.
  package var verifiedChecksums: UInt64 = 0
  /// Times of the first and last frame in capture order.
  package var first: Timestamp?
  package var last: Timestamp?
  /// Earliest and latest time of any frame.
  package var earliest: Timestamp?
  package var latest: Timestamp?

  var byNetwork: InlineArray<4, UInt64> = .init(repeating: 0)
  var byTransport: InlineArray<8, UInt64> = .init(repeating: 0)
  var byOddity: InlineArray<32, UInt64> = .init(repeating: 0)

  package init() {}

  /// Nanoseconds from the earliest to the latest frame; 0 without frames.
  package var duration: Int64 {
    guard let earliest, let latest else { return 0 }
    return max(0, latest.nanoseconds(since: earliest))
  }

  /// Frames by their outermost network header.
  package func packets(_ kind: NetworkKind) -> UInt64 { byNetwork[Int(kind.rawValue)] }

  /// Frames by their innermost transport header.
  package func packets(_ kind: TransportKind) -> UInt64 { byTransport[Int(kind.rawValue)] }

  /// Headers (of any level) that had an oddity.
  package func headers(with oddity: PacketOddities) -> UInt64 {
    let bit = oddity.rawValue.trailingZeroBitCount
    return bit < 32 ? byOddity[bit] : 0
  }
}
