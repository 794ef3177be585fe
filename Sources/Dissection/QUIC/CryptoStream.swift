/// Puts the CRYPTO frames of one side in order (RFC 9000 §19.6).
package struct CryptoStream: Sendable {
  private var next = 0
  private var waiting: [(offset: Int, bytes: [UInt8])] = []
  private var waitingBytes = 0

  package init() {}

  /// Takes a frame; what is contiguous now goes to `body`, without what was there before.
  ///
  /// `false` where the bounds turn the frame away.
  package mutating func receive(_ bytes: RawSpan, at offset: Int, _ body: (RawSpan) -> Void) -> Bool
  {
    guard offset <= QUICLimits.cryptoStream,
      bytes.byteCount <= QUICLimits.cryptoStream - offset
    else { return false }
    guard offset <= next else { return keep(bytes, at: offset) }
    deliver(bytes, at: offset, body)
    while let index = waiting.firstIndex(where: { $0.offset <= next }) {
      let part = waiting.remove(at: index)
      waitingBytes -= part.bytes.count
      deliver(part.bytes.span.bytes, at: part.offset, body)
    }
    return true
  }

  private mutating func deliver(_ bytes: RawSpan, at offset: Int, _ body: (RawSpan) -> Void) {
    let old = next - offset
    guard old < bytes.byteCount else { return }
    next = offset + bytes.byteCount
    body(bytes.extracting(old...))
  }

  private mutating func keep(_ bytes: RawSpan, at offset: Int) -> Bool {
    guard waiting.count < QUICLimits.cryptoParts,
      waitingBytes + bytes.byteCount <= QUICLimits.cryptoStream
    else { return false }
    waiting.append((offset, Array(copying: bytes)))
    waitingBytes += bytes.byteCount
    return true
  }
}
