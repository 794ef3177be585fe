/// Cuts the bytes of one side into lines that end in LF or CR LF.
///
/// What a line has beyond the bound is read and dropped, so that a line without end costs no memory.
package struct LineReader: Sendable {
  /// Most bytes of a line that are kept.
  package let limit: Int
  /// The line read last, without its end; what was read of it so far while there is no end.
  package private(set) var line: [UInt8] = []
  /// Whether the line was longer than the bound.
  package private(set) var isCut = false
  /// Whether ``line`` is complete, so that the next byte begins another.
  private var isComplete = false

  /// A reader that keeps `limit` bytes of each line.
  package init(limit: Int) { self.limit = limit }

  /// Whether bytes of a line without end were read.
  package var isInsideLine: Bool { !isComplete && !line.isEmpty }

  /// Bytes that are kept.
  package var heldBytes: Int { line.count }

  /// Reads from `offset` to the end of the line or of the bytes; `true` when ``line`` is complete.
  package mutating func read(_ bytes: RawSpan, from offset: inout Int) -> Bool {
    if isComplete { reset() }
    let start = offset
    guard let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start) else {
      keep(bytes.extracting(start...))
      offset = bytes.byteCount
      return false
    }
    keep(bytes.extracting(start..<end))
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    isComplete = true
    offset = end + 1
    return true
  }

  /// Forgets the line.
  package mutating func reset() {
    if !line.isEmpty { line.removeAll(keepingCapacity: line.capacity <= 1024) }
    isCut = false
    isComplete = false
  }

  private mutating func keep(_ bytes: RawSpan) {
    let count = min(bytes.byteCount, limit - line.count)
    if count < bytes.byteCount { isCut = true }
    bytes.extracting(..<count).withUnsafeBytes { line.append(contentsOf: $0) }
  }
}
