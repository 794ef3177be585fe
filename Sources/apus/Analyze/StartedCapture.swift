import CaptureFiles

/// The captures of a run, merged, of which the first batch has been read: what their first frame
/// says is known before any output is made.
struct StartedCapture: ~Copyable, RecordSource, Sendable {
  private var reader: MergedReader
  private var first: RecordBatch?
  private let hasFirst: Bool
  /// A number that follows from the time and the bytes of the first frame: alike in two runs over a
  /// capture, different between captures.
  let seed: UInt64

  init(_ reader: consuming MergedReader) throws(CaptureFileError) {
    var batch = RecordBatch()
    hasFirst = try reader.read(into: &batch)
    seed = Self.seed(of: batch)
    first = consume batch
    self.reader = reader
  }

  var facts: CaptureFacts { reader.facts }
  var files: [CaptureFacts] { reader.files }

  mutating func read(into batch: inout RecordBatch) throws(CaptureFileError) -> Bool {
    guard let start = first.take() else { return try reader.read(into: &batch) }
    batch = start
    return hasFirst
  }

  /// FNV-1a (64 bits) of the first record.
  private static func seed(of batch: borrowing RecordBatch) -> UInt64 {
    guard let record = batch.records.first else { return 0 }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for shift in stride(from: 0, to: 64, by: 8) {
      add(UInt8(truncatingIfNeeded: record.nanoseconds >> Int64(shift)))
    }
    for shift in stride(from: 0, to: 32, by: 8) {
      add(UInt8(truncatingIfNeeded: record.originalLength >> UInt32(shift)))
    }
    batch.withBytes { bytes in
      let end = record.offset + Int(record.capturedLength)
      for offset in record.offset..<end {
        add(bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
      }
    }
    return hash
  }
}
