/// Some records of a capture and the bytes they point into, in one reused buffer.
///
/// A reader fills it, an analysis empties it, and it goes back to the reader; nothing is allocated
/// for a packet. The buffer grows only for one record that is larger than it, up to the limit of
/// the reader.
package struct RecordBatch: ~Copyable, Sendable {
  /// The records in file order.
  package var records: ContiguousArray<CaptureRecord> = []

  var buffer: ByteBuffer

  /// - Parameter capacity: bytes of the buffer. 256 KiB measured best: larger ones leave the cache.
  package init(capacity: Int = 262_144) {
    buffer = ByteBuffer(capacity: capacity)
  }

  /// Lends all bytes of the batch; `offset` and `capturedLength` of a record index into them.
  package func withBytes<R, E: Error>(_ body: (RawSpan) throws(E) -> R) throws(E) -> R {
    try buffer.withBytes(body)
  }

  /// Bytes that the buffer holds without growing.
  package var capacity: Int { buffer.capacity }

  /// Empties the batch and keeps its memory.
  package mutating func removeAll() {
    records.removeAll(keepingCapacity: true)
    buffer.removeAll()
  }

  /// Copies one more packet to the end of the batch.
  package mutating func append(_ packet: RawSpan, record: CaptureRecord) {
    var copy = record
    copy.offset = buffer.count
    buffer.append(packet)
    records.append(copy)
  }
}
