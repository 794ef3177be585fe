/// What the head of an HTTP/1 message says about where the message ends and what it carries.
struct WiresharkHTTPHead {
  enum Body: Equatable {
    case none
    case length(Int)
    case chunked
    case untilClose
  }

  private(set) var body = Body.none
  private(set) var media: ApplicationPath?
  private(set) var isRequest = false
  private(set) var isHEAD = false
  private(set) var isFinal = true
  private(set) var becomesWebSocket = false

  private static let methods: Set<String> = [
    "GET", "PUT", "HEAD", "POST", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PROPFIND",
    "NOTIFY", "M-SEARCH", "SUBSCRIBE", "UNSUBSCRIBE",
  ]

  /// Reads a whole head; `answersHEAD` if the request that it answers was one.
  init(_ bytes: UnsafeRawBufferPointer, answersHEAD: Bool) {
    let lines = bytes.split { $0 == 10 }
    var status = 0
    if let first = lines.first {
      isRequest = !first.starts(with: "HTTP/".utf8)
      isHEAD = first.starts(with: "HEAD ".utf8)
      if !isRequest, let code = first.split(separator: 32).dropFirst().first {
        status = Int(String(decoding: code.prefix(3), as: UTF8.self)) ?? 0
      }
    }
    isFinal = !(100..<200).contains(status)
    readFields(lines.dropFirst(), status)
    let hasNoBody =
      !isRequest && (answersHEAD || !isFinal || status == 204 || status == 304)
    if hasNoBody || (isRequest && body == .untilClose) { body = .none }
  }

  private mutating func readFields(
    _ lines: some Sequence<Slice<UnsafeRawBufferPointer>>,
    _ status: Int
  ) {
    var length: Int?
    var (isChunked, staysOpen, isUpgrade) = (false, false, false)
    for line in lines {
      guard let colon = line.firstIndex(of: 58), colon - line.startIndex <= 32 else { continue }
      let name = Self.text(line[..<colon])
      let value = Self.text(line[(colon + 1)...].prefix(256))
      switch name {
      case "content-length": length = Int(value)
      case "transfer-encoding": isChunked = value.hasPrefix("chunked")
      case "content-type": media = WiresharkHTTPMedia.path(of: value)
      case "connection": staysOpen = value.hasPrefix("keep-alive")
      case "upgrade": isUpgrade = value.hasPrefix("websocket")
      default: break
      }
    }
    becomesWebSocket = isUpgrade && status == 101
    if isChunked {
      body = .chunked
    } else if let length {
      body = length > 0 ? .length(length) : .none
    } else if media != nil, !staysOpen {
      body = .untilClose
    }
  }

  /// Lower-case text without the white space around it.
  private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    let isSpace: (UInt8) -> Bool = { $0 == 32 || $0 == 9 || $0 == 13 }
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
    var end = bytes.endIndex
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
  }

  /// Whether bytes begin as a message does.
  static func begins(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if bytes.starts(with: "HTTP/".utf8) { return true }
    guard let space = bytes.prefix(16).firstIndex(of: 32) else { return false }
    return methods.contains(String(decoding: bytes[..<space], as: UTF8.self))
  }

  /// Whether the first line alone is that of a request or an answer.
  static func isComplete(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if bytes.starts(with: "HTTP/1.".utf8) { return true }
    guard let end = bytes.firstIndex(of: 10) else { return false }
    let line = bytes[..<end].last == 13 ? bytes[..<(end - 1)] : bytes[..<end]
    return line.count > 9 && line.suffix(9).starts(with: " HTTP/1.".utf8)
  }
}
