/// Packets and bytes of one direction of a flow, everything captured included (also duplicates).
package struct DirectionTotals: Sendable, Equatable {
  package var packets: UInt64 = 0
  /// Bytes of whole frames on the wire; equals Wireshark's per-stream bytes.
  package var wireBytes: UInt64 = 0
  /// Bytes of IP packets by their own length; equals Zeek's `*_ip_bytes`.
  package var ipBytes: UInt64 = 0
  /// Transport payload bytes on the wire, repeats included.
  package var payloadBytes: UInt64 = 0
  /// Packets that carry transport payload.
  package var payloadPackets: UInt64 = 0
  /// Packets with a bad transport checksum (not offloaded ones).
  package var badChecksums: UInt32 = 0
  /// Packets whose checksum was left to the network adapter.
  package var offloadedChecksums: UInt32 = 0
  /// Packets marked Congestion Experienced (RFC 3168).
  package var congestionMarks: UInt32 = 0
  /// Packets larger than the link allows: captured on a host with segmentation offload.
  package var superSegments: UInt32 = 0
  /// Packets cut by the snap length.
  package var truncated: UInt32 = 0
  /// IP datagrams that arrived in fragments.
  package var fragmented: UInt32 = 0

  package init() {}
}
