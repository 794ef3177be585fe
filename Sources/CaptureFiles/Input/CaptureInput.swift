/// The bytes of a capture after decompression.
struct CaptureInput: ~Copyable, Sendable {
  private var origin: ByteOrigin
  /// Bytes of the file that were read and not passed on yet.
  private var pending: ByteBuffer
  private var isOriginAtEnd = false
  /// How the file is compressed, by its first bytes.
  let compression: CaptureCompression?
  private let decompressor: (any Decompressor)?
  private let limits: CaptureLimits
  private var consumed: UInt64 = 0
  private var produced: UInt64 = 0
  /// Whether a member or frame has begun and not ended.
  private var isInside = false
  /// Whether the decompressor may hold more than the last buffer could take.
  private var mayHoldMore = false
  private var isFinished = false
  /// What is wrong with the compressed data; set where reading ended because of it.
  private(set) var problem: CaptureDamage.Reason?

  init(
    _ origin: consuming ByteOrigin,
    limits: CaptureLimits
  ) throws(CaptureFileError) {
    let name = origin.name
    self.origin = origin
    self.limits = limits
    var pending = ByteBuffer(capacity: 4_096)
    while pending.count < 4 {
      guard try Self.refill(&pending, from: &self.origin) else {
        isOriginAtEnd = true
        break
      }
    }
    let compression = pending.withBytes { CaptureCompression($0) }
    let decompressor = compression?.makeDecompressor(limits: limits)
    if let compression, decompressor == nil {
      let reason = "there is no memory to decompress \(compression.rawValue)"
      throw .unsupported(path: name, reason: reason)
    }
    if compression != nil { pending.reserve(65_536) }
    self.compression = compression
    self.decompressor = decompressor
    self.pending = pending
  }

  /// Bytes of the file itself that were read.
  var position: UInt64 { origin.position }

  /// Reads at most the size of the buffer; 0 at the end.
  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(CaptureFileError) -> Int {
    if let decompressor {
      return try decompress(with: decompressor, into: buffer)
    }
    guard pending.count == 0 else {
      let count = min(pending.count, buffer.count)
      pending.withBytes { bytes in
        bytes.extracting(0..<count).withUnsafeBytes { buffer.copyMemory(from: $0) }
      }
      pending.removeFirst(count)
      return count
    }
    return try origin.read(into: buffer)
  }

  /// Decompresses until there is something, or nothing more.
  private mutating func decompress(
    with decompressor: any Decompressor,
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(CaptureFileError) -> Int {
    while !isFinished {
      if pending.count == 0, !mayHoldMore {
        guard try refill() else {
          isFinished = true
          if isInside { problem = .truncated(missing: nil) }
          break
        }
      }
      guard try startMember(decompressor) else { break }
      let step = pending.withBytes { bytes in
        bytes.withUnsafeBytes { decompressor.step($0, into: buffer) }
      }
      pending.removeFirst(step.consumed)
      consumed += UInt64(step.consumed)
      produced += UInt64(step.produced)
      mayHoldMore = step.produced == buffer.count
      note(step)
      if step.produced > 0 { return step.produced }
    }
    return 0
  }

  /// Makes sure that what stands between two members is another one.
  private mutating func startMember(
    _ decompressor: any Decompressor
  ) throws(CaptureFileError) -> Bool {
    guard !isInside else { return true }
    while pending.count < 4, try refill() {}
    guard consumed > 0 else {
      isInside = true
      return true
    }
    let follows = pending.withBytes { CaptureCompression($0) }
    guard follows == compression else {
      isFinished = true
      // Tapes and some file systems pad with zeros.
      let isPadding = pending.withBytes { bytes in
        bytes.withUnsafeBytes { $0.allSatisfy { $0 == 0 } }
      }
      if !isPadding { problem = .trailingBytes }
      return false
    }
    decompressor.reset()
    isInside = true
    return true
  }

  private mutating func note(_ step: DecompressionStep) {
    guard let compression else { return }
    switch step.status {
    case .running:
      // With input left and room for output, a step that does nothing never will.
      if step.consumed == 0, step.produced == 0, pending.count > 0 { fail(.corrupt) }
    case .complete:
      isInside = false
      mayHoldMore = false
    case .corrupt:
      fail(.corrupt)
    case .tooLarge:
      fail(.tooLarge)
    }
    let isBeyondRatio =
      produced > limits.freeExpansion && produced / limits.expansionRatio > consumed
    if produced > limits.expandedBytes || isBeyondRatio {
      problem = .expansionLimit(compression)
      isFinished = true
    }
  }

  private mutating func fail(_ status: DecompressionStep.Status) {
    guard let compression else { return }
    isFinished = true
    let isTooLarge = if case .tooLarge = status { true } else { false }
    problem = isTooLarge ? .windowTooLarge(compression) : .corruptCompression(compression)
  }

  /// Reads more of the file; false at its end.
  private mutating func refill() throws(CaptureFileError) -> Bool {
    guard !isOriginAtEnd else { return false }
    guard try Self.refill(&pending, from: &origin) else {
      isOriginAtEnd = true
      return false
    }
    return true
  }

  private static func refill(
    _ buffer: inout ByteBuffer,
    from origin: inout ByteOrigin
  ) throws(CaptureFileError) -> Bool {
    try buffer.fill { (free) throws(CaptureFileError) in try origin.read(into: free) } > 0
  }
}
