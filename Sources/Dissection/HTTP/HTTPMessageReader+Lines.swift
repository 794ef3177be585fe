// What the lines of a message say: its start line, fields, trailers and sizes of chunks.
extension HTTPMessageReader {
  /// Takes a whole line, which so many captured bytes follow.
  mutating func take(_ line: RawSpan, following count: Int) -> Event? {
    switch state {
    case .startLine: return takeStartLine(line, following: count)
    case .fields: return takeField(line)
    case .trailers: return takeTrailer(line)
    case .chunkSize: return takeChunkSize(line)
    case .chunkEnd:
      guard line.byteCount == 0 else { return breakOff() }
      state = .chunkSize
      return nil
    case .length, .chunk, .untilClose, .passThrough: return nil
    }
  }

  private mutating func takeStartLine(_ line: RawSpan, following count: Int) -> Event? {
    // Empty lines before a message are to be ignored (RFC 9112 §2.2).
    guard line.byteCount > 0 else { return nil }
    let allowsSimple = !hasMessages && !isLost
    guard
      head.begin(line, from: role, at: lineStart, allowsSimple: allowsSimple, following: count)
    else {
      isLost = true
      return nil
    }
    hasMessages = true
    lastField = nil
    fieldCount = 0
    fieldBytes = 0
    if role == .client, head.version == .http09 { return endHead(isCut: false) }
    state = .fields
    return nil
  }

  private mutating func takeField(_ line: RawSpan) -> Event? {
    guard line.byteCount > 0 else { return endHead(isCut: false) }
    guard hasRoom(for: line) else { return endHead(isCut: true) }
    if line.byte(at: 0).isBlank {
      if let lastField { head.fields.extend(lastField, by: line.trimmed) }
      return nil
    }
    let colon = line.firstOffset(of: UInt8(ascii: ":")) ?? line.byteCount
    lastField = HTTPFieldName(line.part(before: colon).trimmed)
    if let lastField { head.fields.set(lastField, to: line.part(after: colon).trimmed) }
    return nil
  }

  /// Trailers say nothing that is kept.
  private mutating func takeTrailer(_ line: RawSpan) -> Event? {
    guard line.byteCount > 0 else {
      state = .startLine
      return .end(isComplete: true)
    }
    return hasRoom(for: line) ? nil : breakOff()
  }

  /// Counts a field, and says whether it is within the bounds.
  private mutating func hasRoom(for line: RawSpan) -> Bool {
    fieldCount += 1
    fieldBytes += line.byteCount
    return fieldCount <= HTTPLimits.fields && fieldBytes <= HTTPLimits.fieldBytes
  }

  /// Reads a chunk's size, without its extensions (RFC 9112 §7.1).
  private mutating func takeChunkSize(_ line: RawSpan) -> Event? {
    let end = line.firstOffset(of: UInt8(ascii: ";")) ?? line.byteCount
    let digits = line.part(before: end).trimmed
    guard digits.byteCount > 0, digits.byteCount <= 15 else { return breakOff() }
    var size: Int64 = 0
    for index in 0..<digits.byteCount {
      guard let value = digits.byte(at: index).hexValue else { return breakOff() }
      size = size << 4 | Int64(value)
    }
    state = size == 0 ? .trailers : .chunk(size)
    return nil
  }

  /// Ends the head: with its empty line, or cut by a gap, a bound or the end of the side.
  mutating func endHead(isCut: Bool) -> Event? {
    head.isCut = isCut
    lines.reset()
    isLost = isCut
    state = .startLine
    return .head
  }
}
