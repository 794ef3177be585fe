/// Cuts what one side sends into frames; of content, only the beginning that says how it is padded.
struct HTTP2FrameReader: Sendable {
  /// A frame, or what is known of it where the payload is only counted.
  struct Reading: Sendable {
    var frame: HTTP2Frame
    /// The payload of collected frames, the first byte of padded content.
    var payload: [UInt8]
    /// When the header's first byte was captured.
    var start: Moment
    /// Bytes of the payload that fell into gaps.
    var missing: Int64
  }

  /// The preface that a client begins with (RFC 9113 §3.4).
  static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

  private(set) var isLost = false
  private var expectsPreface: Bool
  private var header: [UInt8] = []
  private var frame: HTTP2Frame?
  private var payload: [UInt8] = []
  private var start = Moment(frame: 0, time: 0)
  private var remaining = 0
  private var missing: Int64 = 0

  /// Bytes of a frame that is not complete.
  var heldBytes: Int { payload.count }

  init(expectsPreface: Bool) { self.expectsPreface = expectsPreface }

  /// Reads on from `offset`; returns a frame when its last byte was read.
  mutating func read(_ bytes: RawSpan, from offset: inout Int, at moment: Moment) -> Reading? {
    if isLost {
      guard offset == 0, mayStartFrame(bytes) else {
        offset = bytes.byteCount
        return nil
      }
      isLost = false
    }
    while offset < bytes.byteCount {
      if frame == nil {
        readHeader(bytes, from: &offset, at: moment)
        guard !isLost else {
          offset = bytes.byteCount
          return nil
        }
      } else {
        readPayload(bytes, from: &offset)
      }
      if let reading = takeComplete() { return reading }
    }
    return nil
  }

  /// Steps over bytes that were not captured; returns the frame whose content they ended.
  mutating func skip(_ count: Int64) -> Reading? {
    guard let frame, !frame.isCollected, count <= Int64(remaining), !expectsPreface else {
      reset()
      isLost = true
      return nil
    }
    remaining -= Int(count)
    missing &+= count
    return takeComplete()
  }

  private mutating func readHeader(
    _ bytes: RawSpan,
    from offset: inout Int,
    at moment: Moment
  ) {
    if header.isEmpty { start = moment }
    let wanted = expectsPreface ? Self.preface.count : HTTP2Frame.headerLength
    let count = min(wanted - header.count, bytes.byteCount - offset)
    bytes.extracting(offset..<offset + count).withUnsafeBytes { header.append(contentsOf: $0) }
    offset += count
    guard header.count == wanted else { return }
    if expectsPreface {
      expectsPreface = false
      isLost = header != Self.preface
    } else {
      frame = try? HTTP2Frame(parsing: header.span.bytes)
      remaining = frame?.length ?? 0
      missing = 0
    }
    header.removeAll(keepingCapacity: true)
  }

  private mutating func readPayload(_ bytes: RawSpan, from offset: inout Int) {
    let count = min(remaining, bytes.byteCount - offset)
    guard let frame else { return }
    let isNeeded = frame.type == HTTP2Frame.data && frame.isPadded && payload.isEmpty
    let kept = frame.isCollected ? count : isNeeded && missing == 0 ? min(1, count) : 0
    bytes.extracting(offset..<offset + kept).withUnsafeBytes { payload.append(contentsOf: $0) }
    offset += count
    remaining -= count
  }

  private mutating func takeComplete() -> Reading? {
    guard let frame, remaining == 0 else { return nil }
    let reading = Reading(frame: frame, payload: payload, start: start, missing: missing)
    reset()
    return reading
  }

  private mutating func reset() {
    frame = nil
    payload.removeAll(keepingCapacity: payload.capacity <= 4_096)
    header.removeAll(keepingCapacity: true)
    remaining = 0
    missing = 0
  }

  private func mayStartFrame(_ bytes: RawSpan) -> Bool {
    guard let frame = try? HTTP2Frame(parsing: bytes) else { return false }
    return frame.isPlausible
  }
}
