/// Finds the records in the bytes of one side, without holding more than a header of them.
struct RecordReader: Sendable {
  /// A stretch of a record's body.
  struct Part {
    var header: RecordHeader
    /// Where the stretch is in the bytes that were given.
    var range: Range<Int>
    /// Whether the record's first byte is in it; also of a record without a body.
    var isFirst: Bool
    var isLast: Bool
  }

  /// Whether bytes no longer make sense as records, until a header that can be trusted is found.
  private(set) var isLost = false
  /// Bytes that were given while lost.
  private(set) var bytesLost: UInt64 = 0
  private var header: RecordHeader?
  private var bodyLeft = 0
  private var headerBytes: InlineArray<5, UInt8> = .init(repeating: 0)
  private var headerCount = 0

  /// Whether more is to come of a record of this type that has begun.
  func isInside(_ type: RecordType) -> Bool { header?.type == type }

  /// The next stretch of a record in `bytes` from `offset` on, which moves behind it; `nil` when
  /// all is used.
  mutating func next(in bytes: RawSpan, from offset: inout Int) -> Part? {
    if let header { return takeBody(of: header, in: bytes, from: &offset, isFirst: false) }
    guard offset < bytes.byteCount else { return nil }
    if isLost { offset = findHeader(in: bytes, from: offset) }
    guard let found = readHeader(bytes, from: &offset) else {
      if headerCount < RecordHeader.length { return nil }
      headerCount = 0
      isLost = true
      bytesLost += UInt64(RecordHeader.length)
      return next(in: bytes, from: &offset)
    }
    headerCount = 0
    header = found
    bodyLeft = found.bodyLength
    return takeBody(of: found, in: bytes, from: &offset, isFirst: true)
  }

  /// The header at `offset`, which moves behind it; `nil` where bytes of it are still to come, or all
  /// have come and are none.
  private mutating func readHeader(_ bytes: RawSpan, from offset: inout Int) -> RecordHeader? {
    // Few headers are cut by the end of a segment.
    if headerCount == 0, bytes.byteCount - offset >= RecordHeader.length {
      headerCount = RecordHeader.length
      defer { offset += RecordHeader.length }
      return RecordHeader(bytes, at: offset)
    }
    while headerCount < RecordHeader.length, offset < bytes.byteCount {
      headerBytes[headerCount] = bytes.byte(at: offset)
      headerCount += 1
      offset += 1
    }
    return headerCount == RecordHeader.length ? RecordHeader(headerBytes.span.bytes) : nil
  }

  /// Steps over `count` bytes if they are all of a record of application data whose body has begun.
  mutating func passData(_ count: Int) -> Bool {
    guard let header, count <= bodyLeft, header.type == .applicationData else { return false }
    bodyLeft -= count
    if bodyLeft == 0 { self.header = nil }
    return true
  }

  /// Steps over bytes that were not captured; whether the records are lost by it.
  ///
  /// A gap inside a body costs only that record: its length says where the next one begins.
  mutating func skip(_ count: Int64) -> Bool {
    if header != nil, count <= Int64(bodyLeft) {
      bodyLeft -= Int(count)
      if bodyLeft == 0 { header = nil }
      return false
    }
    header = nil
    headerCount = 0
    isLost = true
    return true
  }

  private mutating func takeBody(
    of header: RecordHeader,
    in bytes: RawSpan,
    from offset: inout Int,
    isFirst: Bool
  ) -> Part? {
    let count = min(bodyLeft, bytes.byteCount - offset)
    guard count > 0 || bodyLeft == 0 else {
      // The header came without its body: the first byte is still to come.
      return isFirst
        ? Part(header: header, range: offset..<offset, isFirst: true, isLast: false)
        : nil
    }
    let range = offset..<offset + count
    offset += count
    bodyLeft -= count
    let isLast = bodyLeft == 0
    if isLast { self.header = nil }
    return Part(header: header, range: range, isFirst: isFirst, isLast: isLast)
  }

  /// Where the first header stands that is followed by another, or that begins the bytes and is
  /// longer than they are.
  private mutating func findHeader(in bytes: RawSpan, from start: Int) -> Int {
    var offset = start
    while offset + RecordHeader.length <= bytes.byteCount {
      if let header = RecordHeader(bytes, at: offset), header.bodyLength > 0 {
        let next = offset + RecordHeader.length + header.bodyLength
        let isConfirmed =
          next >= bytes.byteCount
          ? offset == 0 || next == bytes.byteCount : RecordHeader(bytes, at: next) != nil
        if isConfirmed {
          isLost = false
          bytesLost += UInt64(offset - start)
          return offset
        }
      }
      offset += 1
    }
    bytesLost += UInt64(bytes.byteCount - start)
    return bytes.byteCount
  }
}
