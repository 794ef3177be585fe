/// Cuts one side of a TCP connection into messages (RFC 3261 §18.3).
struct SIPReader: Sendable {
  private var lines = LineReader(limit: SIPLimits.line)
  private var head: [UInt8] = []
  /// The message whose content is being read.
  private var message: SIPMessage?
  private var content: [UInt8] = []
  private var remaining: Int64 = 0

  /// Bytes of the message that is not complete.
  var heldBytes: Int { head.count &+ content.count &+ lines.heldBytes }

  /// Reads from `offset` to the end of a message, which is returned, or of the bytes.
  mutating func read(_ bytes: RawSpan, from offset: inout Int) -> SIPMessage? {
    while offset < bytes.byteCount {
      if message != nil { return readContent(bytes, from: &offset) }
      guard lines.read(bytes, from: &offset) else { return nil }
      if let message = takeLine() { return message }
    }
    return nil
  }

  /// So many bytes are missing: the next start line is looked for, unless they were content, whose
  /// message comes without it.
  mutating func skip(_ count: Int64) -> SIPMessage? {
    lines.reset()
    head = []
    content = []
    message?.contentType = nil
    remaining -= min(count, remaining)
    guard remaining == 0 else { return nil }
    defer { message = nil }
    return message
  }

  private mutating func takeLine() -> SIPMessage? {
    let line = lines.line
    if head.isEmpty {
      // Empty lines keep connections open (RFC 5626 §3.5.1); what else there is, is lost.
      guard SIPMessage.Line(line[...]) != nil else { return nil }
    }
    guard line.isEmpty else {
      if head.count + line.count + 2 <= SIPLimits.head { head += line + [0x0d, 0x0a] }
      return nil
    }
    var rest = head[...]
    head = []
    guard let message = try? SIPMessage(head: &rest) else { return nil }
    remaining = message.contentLength ?? 0
    guard remaining > 0 else { return message }
    self.message = message
    return nil
  }

  private mutating func readContent(_ bytes: RawSpan, from offset: inout Int) -> SIPMessage? {
    let count = Int(min(remaining, Int64(bytes.byteCount - offset)))
    let kept = min(count, SIPLimits.content - content.count)
    content += Array(copying: bytes.extracting(offset..<offset + kept))
    offset += count
    remaining -= Int64(count)
    guard remaining == 0, var complete = message else { return nil }
    complete.readContent(content[...])
    message = nil
    content = []
    return complete
  }
}
