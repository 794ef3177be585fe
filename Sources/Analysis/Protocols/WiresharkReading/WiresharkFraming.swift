import Packets

/// Tells which bytes of one side of a stream complete a message.
///
/// Of a message it keeps the head while that is incomplete.
struct WiresharkFraming: Sendable {
  /// What is awaited of a message that has begun.
  enum Wait: Equatable, Sendable {
    case nothing
    /// Bytes that say how many follow.
    case head
    case bytes(Int)
    case close
  }

  private enum Part { case message, chunkSize, chunk, trailer }

  /// Longer heads are given up.
  private static let headLimit = 65_536

  private(set) var wait = Wait.nothing
  /// Bytes that are kept of an unfinished head.
  var heldBytes: Int { head.count }

  private var part = Part.message
  private var head: [UInt8] = []
  /// What the frame that completes the message is counted as.
  private var path = ApplicationPath.none
  /// First bytes of the body, the first in the highest byte.
  private var lead: UInt32 = 0
  private var leadCount = 0

  mutating func reset() {
    wait = .nothing
    part = .message
    head.removeAll()
    path = .none
    (lead, leadCount) = (0, 0)
  }

  /// Takes the next bytes; the path of the message that they complete, `.none` without one.
  mutating func take(
    _ bytes: UnsafeRawBufferPointer,
    _ format: WiresharkMessageFormat,
    _ exchange: inout WiresharkHTTPExchange
  ) -> ApplicationPath {
    var rest = bytes
    var reached = ApplicationPath.none
    while !rest.isEmpty {
      let before = rest.count
      switch wait {
      case .close:
        noteLead(rest, rest.count)
        return reached
      case .bytes(let count):
        let taken = min(count, rest.count)
        noteLead(rest, taken)
        rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
        reached = reached.deeper(skip(taken))
      case .nothing, .head:
        reached = reached.deeper(begin(&rest, format, &exchange))
      }
      guard rest.count < before else { return reached }
    }
    return reached
  }

  /// Takes bytes of a body that came earlier and were not kept.
  mutating func skip(_ count: Int) -> ApplicationPath {
    guard case .bytes(let left) = wait else { return .none }
    wait = .bytes(left - count)
    return left > count ? .none : finishBytes()
  }

  /// The side sends no more; the path of the message that this ends.
  mutating func close() -> ApplicationPath {
    guard wait == .close else { return .none }
    if leadCount == 0 { path = ApplicationPath(.http) }
    return complete()
  }

  private mutating func finishBytes() -> ApplicationPath {
    guard part == .chunk else { return complete() }
    part = .chunkSize
    wait = .head
    return .none
  }

  private mutating func complete() -> ApplicationPath {
    defer { reset() }
    return WiresharkHTTPMedia.path(path, lead: lead, count: leadCount)
  }

  private mutating func noteLead(_ bytes: UnsafeRawBufferPointer, _ count: Int) {
    guard leadCount < 4, path.rawValue > 255 else { return }
    for byte in bytes.prefix(min(4 - leadCount, count)) {
      lead |= UInt32(byte) << UInt32(24 - 8 * leadCount)
      leadCount += 1
    }
  }

  /// Reads on in a head; `rest` shrinks by what was read.
  private mutating func begin(
    _ rest: inout UnsafeRawBufferPointer,
    _ format: WiresharkMessageFormat,
    _ exchange: inout WiresharkHTTPExchange
  ) -> ApplicationPath {
    switch format {
    case .plain(let layer):
      // A binary frame (RFC 6455 §5.2); text is not handed on.
      let isBinary = layer == .websocket && rest[0] & 0xf == 2
      rest = UnsafeRawBufferPointer(start: nil, count: 0)
      return isBinary ? ApplicationPath(layer).with(.data) : ApplicationPath(layer)
    case .lines(let layer):
      let end = rest.lastIndex(of: 10)
      wait = end == rest.count - 1 ? .nothing : .head
      rest = UnsafeRawBufferPointer(start: nil, count: 0)
      return end == nil ? .none : ApplicationPath(layer)
    case .dns: return beginCounted(&rest, .dns, 2) { $0.number(at: 0, count: 2) }
    case .nbss: return beginCounted(&rest, .nbss, 4) { $0.number(at: 1, count: 3) & 0x1ffff }
    case .tls: return beginRecord(&rest)
    case .http: return readHTTP(&rest, &exchange)
    }
  }

  private mutating func beginCounted(
    _ rest: inout UnsafeRawBufferPointer,
    _ layer: ApplicationLayer,
    _ size: Int,
    _ length: (UnsafeRawBufferPointer) -> Int
  ) -> ApplicationPath {
    guard fillHead(&rest, size) else { return .none }
    path = ApplicationPath(layer)
    let count = head.withUnsafeBytes(length)
    head.removeAll(keepingCapacity: true)
    wait = .bytes(count)
    return count > 0 ? .none : complete()
  }

  /// A record shows as soon as it begins, and again where it ends.
  private mutating func beginRecord(_ rest: inout UnsafeRawBufferPointer) -> ApplicationPath {
    let tls = ApplicationPath(.tls)
    guard fillHead(&rest, 5) else { return tls }
    let isRecord = (20...24).contains(head[0]) && head[1] == 3
    let length = head.withUnsafeBytes { $0.number(at: 3, count: 2) }
    head.removeAll(keepingCapacity: true)
    path = tls
    if isRecord, length > 0 {
      wait = .bytes(length)
    } else {
      wait = .nothing
      if !isRecord { rest = UnsafeRawBufferPointer(start: nil, count: 0) }
    }
    return tls
  }

  /// Moves bytes to the head until it has so many.
  private mutating func fillHead(_ rest: inout UnsafeRawBufferPointer, _ size: Int) -> Bool {
    let taken = min(max(size - head.count, 0), rest.count)
    head.append(contentsOf: rest.prefix(taken))
    rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
    wait = .head
    return head.count >= size
  }

  /// Moves bytes to the head up to the end of a line, or up to an empty line.
  private mutating func fillHead(_ rest: inout UnsafeRawBufferPointer, wholeHead: Bool) -> Bool {
    wait = .head
    while let end = rest.firstIndex(of: 10) {
      head.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest[...end]))
      rest = UnsafeRawBufferPointer(rebasing: rest[(end + 1)...])
      if !wholeHead || isHeadComplete { return true }
    }
    head.append(contentsOf: rest)
    rest = UnsafeRawBufferPointer(rebasing: rest[rest.endIndex...])
    if head.count > Self.headLimit { reset() }
    return false
  }

  /// Whether a head that ends with a line feed ends with an empty line, or is one.
  private var isHeadComplete: Bool {
    let last = head.count - 1
    guard last > 0, head[last - 1] != 10 else { return true }
    guard head[last - 1] == 13 else { return false }
    return last == 1 || last >= 3 && head[last - 2] == 10 && head[last - 3] == 13
  }

  private mutating func readHTTP(
    _ rest: inout UnsafeRawBufferPointer,
    _ exchange: inout WiresharkHTTPExchange
  ) -> ApplicationPath {
    switch part {
    case .message:
      if head.isEmpty, !WiresharkHTTPHead.begins(rest) {
        rest = UnsafeRawBufferPointer(start: nil, count: 0)
        return exchange.isSeen ? ApplicationPath(.http) : .none
      }
      return fillHead(&rest, wholeHead: true) ? startBody(&exchange) : .none
    case .chunkSize, .chunk:
      return fillHead(&rest, wholeHead: false) ? startChunk() : .none
    case .trailer:
      return fillHead(&rest, wholeHead: true) ? complete() : .none
    }
  }

  private mutating func startBody(_ exchange: inout WiresharkHTTPExchange) -> ApplicationPath {
    let message = head.withUnsafeBytes { WiresharkHTTPHead($0, answersHEAD: exchange.answersHEAD) }
    head.removeAll()
    exchange.note(message)
    path = ApplicationPath(.http)
    switch message.body {
    case .none: return complete()
    case .length(let count): wait = .bytes(count)
    case .chunked: part = .chunkSize
    case .untilClose: wait = .close
    }
    path = message.media ?? path
    return .none
  }

  private mutating func startChunk() -> ApplicationPath {
    let digits = head.prefix { $0 != 59 && $0 != 13 && $0 != 10 && $0 != 32 }
    let size = Int(String(decoding: digits.prefix(15), as: UTF8.self), radix: 16)
    head.removeAll(keepingCapacity: true)
    guard let size, size >= 0 else { return complete() }
    if size == 0 {
      if leadCount == 0 { path = ApplicationPath(.http) }
      part = .trailer
    } else {
      part = .chunk
      // The line end after the chunk belongs to it.
      wait = .bytes(size + 2)
    }
    return .none
  }
}
