/// Bounds of what waits for earlier bytes of its stream.
package struct ReassemblyLimits: Sendable {
  /// Bytes that one direction holds at most: what 100 Mbit/s send in a round trip of 80 ms.
  package var bytesPerDirection = 1 << 20
  /// Segments that one direction holds at most, so that floods of tiny ones stay cheap to search.
  package var segmentsPerDirection = 1_024
  /// Bytes that a direction holds while no acknowledgment of it was captured: its hole can then
  /// never be known to be lost, and waiting for it is rarely of use (16 KiB as in Zeek's
  /// `tcp_max_above_hole_data_without_any_acks`).
  package var bytesWithoutAcknowledgment = 16_384
  /// Bytes that all directions hold together, each segment with what it takes beside its bytes.
  package var bytes = 64 << 20
  /// How long, in nanoseconds, acknowledged bytes may still come: captures of several interfaces or
  /// queues put packets in the wrong order by milliseconds.
  package var patience: Int64 = 5_000_000

  package init() {}
}
