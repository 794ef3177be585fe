/// Bytes of one side that wait for the rest of their message.
///
/// It copies only what a parser leaves over, and refuses to grow beyond its bound.
package struct StreamBuffer: Sendable {
  private var bytes: [UInt8] = []
  private var start = 0
  package let limit: Int

  /// A buffer of at most `limit` bytes.
  package init(limit: Int) { self.limit = limit }

  package var count: Int { bytes.count - start }
  package var isEmpty: Bool { count == 0 }

  /// Adds bytes; `false`, and nothing is added, when there would be more than the bound.
  package mutating func append(_ more: RawSpan) -> Bool {
    guard count + more.byteCount <= limit else { return false }
    if start > 0, start >= bytes.count / 2 {
      bytes.removeFirst(start)
      start = 0
    }
    more.withUnsafeBytes { bytes.append(contentsOf: $0) }
    return true
  }

  /// Calls `body` with the waiting bytes; it returns how many of them are done with.
  package mutating func consume(_ body: (RawSpan) -> Int) {
    let used = body(bytes.span.bytes.extracting(start...))
    removeFirst(used)
  }

  /// Drops the first `number` bytes.
  package mutating func removeFirst(_ number: Int) {
    start += min(max(0, number), count)
    if start == bytes.count { removeAll() }
  }

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: bytes.capacity <= 4096)
    start = 0
  }
}
