/// One file of a merge: its reader, the batch that is being merged, and its place in it.
///
/// A class because arrays hold no values that cannot be copied; unchecked because the compiler does
/// not see that only its `MergedReader`, which has one owner, ever refers to it.
final class MergeInput: @unchecked Sendable {
  private var reader: CaptureReader
  private var batch: RecordBatch
  private var position = 0
  /// Index in the merged capture of each interface of the file.
  var interfaces: [UInt32] = []
  /// Time of the record that is next; that of the one before it where it has none.
  private(set) var time = Int64.min

  init(
    path: String,
    bufferCapacity: Int,
    limits: CaptureLimits
  ) throws(CaptureFileError) {
    reader = try CaptureReader(path: path, limits: limits)
    batch = RecordBatch(capacity: bufferCapacity)
  }

  /// What the file is known to be so far.
  var facts: CaptureFacts { reader.facts }

  /// How many interfaces the file has described so far.
  var interfaceCount: Int { reader.interfaceCount }

  /// Bytes of the record that is next.
  var nextLength: Int { Int(batch.records[position].capturedLength) }

  /// Reads straight into a batch, where this is the only file.
  func readAll(into batch: inout RecordBatch) throws(CaptureFileError) -> Bool {
    try reader.read(into: &batch)
  }

  /// Reads the first batch; false where the file has no packets.
  func start() throws(CaptureFileError) -> Bool { try refill() }

  /// Copies the record that is next and goes on; false where there is none after it.
  func moveNext(into merged: inout RecordBatch) throws(CaptureFileError) -> Bool {
    var record = batch.records[position]
    record.interface = interfaces[Int(record.interface)]
    let range = record.offset..<record.offset + Int(record.capturedLength)
    batch.withBytes { merged.append($0.extracting(range), record: record) }
    position += 1
    guard position == batch.records.count else {
      noteTime()
      return true
    }
    return try refill()
  }

  private func refill() throws(CaptureFileError) -> Bool {
    position = 0
    guard try reader.read(into: &batch) else { return false }
    noteTime()
    return true
  }

  private func noteTime() {
    let record = batch.records[position]
    if record.hasTime { time = record.nanoseconds }
  }
}
