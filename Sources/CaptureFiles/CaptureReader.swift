/// Reads the records of one capture file, whatever its format and compression.
///
/// The bytes go through the batch's own buffer; what is left of an incomplete record is carried
/// over to the next batch. Damage is not an error: what can be read is delivered, and ``facts``
/// say where the damage is and what it is.
package struct CaptureReader: ~Copyable, RecordSource, Sendable {
  package private(set) var facts: CaptureFacts
  private var input: CaptureInput
  private var parser: CaptureParser
  /// The beginning of a record whose end was not read yet.
  private var rest: ByteBuffer
  /// Offset in the file of the first byte of the rest.
  private var offset: UInt64 = 0
  private var isAtEnd = false
  private var hasNotedProblem = false
  private let limits: CaptureLimits

  /// Opens a file; "-" is standard input.
  package init(
    path: String,
    limits: CaptureLimits = CaptureLimits()
  ) throws(CaptureFileError) {
    try self.init(ByteOrigin(path: path), limits: limits)
  }

  /// Reads from a descriptor, which stays open.
  package init(
    descriptor: Int32,
    name: String,
    limits: CaptureLimits = CaptureLimits()
  ) throws(CaptureFileError) {
    try self.init(ByteOrigin(descriptor: descriptor, name: name), limits: limits)
  }

  /// Reads a capture in memory, at most `piece` bytes at once, as a slow pipe would yield them.
  package init(
    bytes: [UInt8],
    piece: Int = .max,
    name: String = "memory",
    limits: CaptureLimits = CaptureLimits()
  ) throws(CaptureFileError) {
    try self.init(ByteOrigin(bytes: bytes, piece: piece, name: name), limits: limits)
  }

  private init(
    _ origin: consuming ByteOrigin,
    limits: CaptureLimits
  ) throws(CaptureFileError) {
    let name = origin.name
    self.limits = limits
    facts = CaptureFacts(name: name)
    facts.fileSize = origin.size ?? 0
    var input = try CaptureInput(origin, limits: limits)
    facts.compression = input.compression
    // Enough for the header of every format.
    var start = ByteBuffer(capacity: 4_096)
    while start.count < 32 {
      guard try start.fill({ (free) throws(CaptureFileError) in try input.read(into: free) }) > 0
      else { break }
    }
    if start.count == 0 {
      guard let problem = input.problem else { throw .empty(path: name) }
      throw .unsupported(path: name, reason: problem.description)
    }
    var header = 0
    parser = try start.withBytes { bytes throws(CaptureFileError) in
      try CaptureParser(bytes, name: name, limits: limits, headerLength: &header)
    }
    start.removeFirst(header)
    offset = UInt64(header)
    rest = start
    self.input = input
    parser.describe(in: &facts)
  }

  /// How many interfaces were described so far, without copying the facts.
  var interfaceCount: Int { facts.interfaces.count }

  /// Replaces the batch's contents with the next records; false where there are no more.
  package mutating func read(into batch: inout RecordBatch) throws(CaptureFileError) -> Bool {
    batch.removeAll()
    batch.buffer.append(rest, from: 0)
    rest.removeAll()
    while true {
      let progress = parse(&batch)
      facts.bytesRead = offset + UInt64(progress.consumed)
      if !batch.records.isEmpty {
        rest.append(batch.buffer, from: progress.consumed)
        offset += UInt64(progress.consumed)
        facts.note(batch.records)
        return true
      }
      batch.buffer.removeFirst(progress.consumed)
      offset += UInt64(progress.consumed)
      guard progress.wanted > 0, !isAtEnd else {
        noteInputProblem()
        return false
      }
      try fill(&batch)
    }
  }

  private mutating func parse(_ batch: inout RecordBatch) -> ParseProgress {
    let window = ParseWindow(fileOffset: offset, isEnd: isAtEnd)
    var records = ContiguousArray<CaptureRecord>()
    swap(&records, &batch.records)
    let progress = batch.buffer.withBytes { bytes in
      parser.parse(bytes, window: window, records: &records, facts: &facts)
    }
    swap(&records, &batch.records)
    return progress
  }

  /// Reads once more; the buffer grows with what the file really has, never by what it claims.
  private mutating func fill(_ batch: inout RecordBatch) throws(CaptureFileError) {
    // The parser has seen all there is and wants more of the same record.
    if batch.buffer.count == batch.buffer.capacity {
      batch.buffer.reserve(batch.buffer.capacity * 2)
    }
    let count = try batch.buffer.fill { (free) throws(CaptureFileError) in
      try input.read(into: free)
    }
    if facts.fileSize < input.position { facts.fileSize = input.position }
    isAtEnd = count == 0
  }

  /// Notes once what was wrong below the format; a cut that a record shows already is not noted.
  private mutating func noteInputProblem() {
    guard let reason = input.problem, !hasNotedProblem else { return }
    hasNotedProblem = true
    if case .truncated = reason, case .truncated = facts.damage.last?.reason { return }
    let damage = CaptureDamage(byteOffset: offset, reason: reason, packetsBefore: facts.packets)
    _ = facts.note(damage, limit: limits.damages)
  }
}
