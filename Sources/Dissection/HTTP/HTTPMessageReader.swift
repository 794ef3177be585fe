/// Reads the messages of one side: start line, fields, content (RFC 9112 §2 to §7).
///
/// How long the content is depends on the other side too, so the reader stops after each head until
/// it is told with ``begin(_:)``. Content is counted and dropped.
struct HTTPMessageReader: Sendable {
  /// What the bytes read so far complete.
  enum Event: Equatable {
    /// A head is there, to be taken, and the content's framing is to be told.
    case head
    /// The message has ended, or broke off where `isComplete` is false.
    case end(isComplete: Bool)
  }

  /// How the end of the content is found (RFC 9112 §6.3).
  enum Framing: Equatable {
    case none
    case length(Int64)
    case chunked
    case untilClose
    /// What follows is another protocol.
    case passThrough
  }

  enum State: Equatable {
    case startLine
    case fields
    case length(Int64)
    case chunkSize
    case chunk(Int64)
    case chunkEnd
    case trailers
    case untilClose
    case passThrough
  }

  let role: Role
  var state = State.startLine
  var head = HTTPHead()
  private(set) var body = HTTPBody()
  /// Whether bytes before the next start line were lost or were no HTTP.
  var isLost = false
  /// Whether a message of this side was read before.
  var hasMessages = false
  /// When the last byte of a message was captured.
  private(set) var lastByte = Moment(frame: 0, time: 0)
  /// Whether the content may be missing because the request was HEAD, which nobody saw.
  private var isContentDoubtful = false
  var lines = LineReader(limit: HTTPLimits.line)
  var lineStart = Moment(frame: 0, time: 0)
  var lastField: HTTPFieldName?
  var fieldCount = 0
  var fieldBytes = 0

  init(_ role: Role) { self.role = role }

  /// Bytes of the head that is not complete.
  var heldBytes: Int { state == .fields ? lines.heldBytes &+ fieldBytes : lines.heldBytes }
  /// Bytes of the fields of the head that was read last.
  var headBytes: Int { fieldBytes }

  /// Whether what was read so far ends with a message.
  var isBetweenMessages: Bool { state == .startLine && !lines.isInsideLine }

  /// Says how the content of the message whose head was read ends; returns that it has ended where
  /// there is none.
  ///
  /// `isDoubtful` where nobody saw whether the request was HEAD: then a start line instead of the
  /// content means that it was.
  mutating func begin(_ framing: Framing, isDoubtful: Bool = false) -> Event? {
    body = HTTPBody()
    isContentDoubtful = isDoubtful
    switch framing {
    case .none, .length(0):
      state = .startLine
      return .end(isComplete: true)
    case .length(let count): state = .length(count)
    case .chunked: state = .chunkSize
    case .untilClose: state = .untilClose
    case .passThrough: state = .passThrough
    }
    return nil
  }

  /// Takes bytes that are nothing but content, and not the end of it; whether they are.
  mutating func takeContent(_ bytes: RawSpan, at moment: Moment) -> Bool {
    let count = Int64(bytes.byteCount)
    guard case .length(let remaining) = state, remaining > count, !isContentDoubtful else {
      return false
    }
    state = .length(remaining - count)
    body.seen &+= count
    lastByte = moment
    return true
  }

  /// Reads on from `offset` until something is complete or no bytes are left.
  mutating func read(_ bytes: RawSpan, from offset: inout Int, at moment: Moment) -> Event? {
    if offset == 0, let event = readSegmentStart(bytes) { return event }
    lastByte = moment
    while offset < bytes.byteCount {
      switch state {
      case .startLine, .fields, .chunkSize, .chunkEnd, .trailers:
        // Most lines are whole: they are read where they are.
        if !lines.isInsideLine, let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: offset),
          end - offset <= HTTPLimits.line
        {
          if case .startLine = state { lineStart = moment }
          let hasReturn = end > offset && bytes.byte(at: end - 1) == UInt8(ascii: "\r")
          let line = bytes.extracting(offset..<(hasReturn ? end - 1 : end))
          offset = end + 1
          if let event = take(line, following: bytes.byteCount - offset) { return event }
        } else {
          if !lines.isInsideLine { lineStart = moment }
          if let event = readLine(bytes, from: &offset) { return event }
        }
      case .length(let remaining):
        let count = min(remaining, Int64(bytes.byteCount - offset))
        offset += Int(count)
        body.seen &+= count
        if let event = advance(remaining - count) { return event }
      case .chunk(let remaining):
        let count = min(remaining, Int64(bytes.byteCount - offset))
        offset += Int(count)
        body.seen &+= count
        state = count == remaining ? .chunkEnd : .chunk(remaining - count)
      case .untilClose:
        body.seen &+= Int64(bytes.byteCount - offset)
        offset = bytes.byteCount
      case .passThrough:
        offset = bytes.byteCount
      }
    }
    return nil
  }

  /// Reads a line that does not begin or end in these bytes, or is too long.
  private mutating func readLine(_ bytes: RawSpan, from offset: inout Int) -> Event? {
    guard lines.read(bytes, from: &offset) else { return nil }
    let line = lines.line
    return take(line.span.bytes, following: bytes.byteCount - offset)
  }

  /// The head that was read last, which the reader no longer needs.
  mutating func takeHead() -> HTTPHead {
    var taken = HTTPHead()
    swap(&taken, &head)
    return taken
  }

  /// Steps over `count` bytes that were not captured.
  mutating func skip(_ count: Int64, at moment: Moment) -> Event? {
    lastByte = moment
    switch state {
    case .length(let remaining):
      body.missing &+= min(count, remaining)
      guard count > remaining else { return advance(remaining - count) }
      return breakOff()
    case .chunk(let remaining):
      body.missing &+= min(count, remaining)
      guard count > remaining else {
        state = count == remaining ? .chunkEnd : .chunk(remaining - count)
        return nil
      }
      return breakOff()
    case .untilClose:
      body.missing &+= count
      return nil
    case .passThrough: return nil
    case .startLine:
      lines.reset()
      isLost = true
      return nil
    case .fields:
      return endHead(isCut: true)
    case .chunkSize, .chunkEnd, .trailers:
      return breakOff()
    }
  }

  /// The side sends no more: what is open has ended, or broke off.
  mutating func close() -> Event? {
    switch state {
    case .startLine, .passThrough: return nil
    case .fields: return endHead(isCut: true)
    case .untilClose:
      state = .startLine
      return .end(isComplete: true)
    case .length, .chunk, .chunkSize, .chunkEnd, .trailers: return breakOff()
    }
  }

  /// Gives the message up and looks for the next start line.
  mutating func breakOff() -> Event {
    state = .startLine
    lines.reset()
    isLost = true
    return .end(isComplete: false)
  }

  private mutating func advance(_ remaining: Int64) -> Event? {
    guard remaining == 0 else {
      state = .length(remaining)
      return nil
    }
    state = .startLine
    return .end(isComplete: true)
  }

  /// Where doubts were left, a segment that begins as a message does ends them.
  private mutating func readSegmentStart(_ bytes: RawSpan) -> Event? {
    if isLost, state == .startLine, mayStartMessage(bytes) { lines.reset() }
    guard isContentDoubtful, case .length = state, body == HTTPBody() else { return nil }
    isContentDoubtful = false
    guard mayStartMessage(bytes) else { return nil }
    state = .startLine
    return .end(isComplete: true)
  }

  private func mayStartMessage(_ bytes: RawSpan) -> Bool {
    switch role {
    case .server: return bytes.starts(withIgnoringCase: "HTTP/1.")
    case .client:
      let end = bytes.extracting(..<min(bytes.byteCount, 64)).firstOffset(of: UInt8(ascii: " "))
      guard let end, end > 2 else { return false }
      return (0..<end).allSatisfy { HTTPRequestLine.isMethodCharacter(bytes.byte(at: $0)) }
    }
  }
}
