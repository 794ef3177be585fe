/// The names of what is kept of a message's head.
enum HTTPFieldName: UInt8, Sendable {
  case host
  case userAgent
  case referrer
  case origin
  case contentType
  case contentLength
  case contentEncoding
  case transferEncoding
  case server
  case location
  case upgrade
  /// What HTTP/1 says in the first line; HTTP/2 has fields for it too (RFC 9113 §8.3).
  case target
  case scheme
  case reason

  /// Most bytes of a value that are kept.
  var limit: Int { self == .target ? HTTPLimits.line : HTTPLimits.value }

  /// The field that `name` names, in any case (RFC 9110 §5.1).
  init?(_ name: RawSpan) {
    // By length and beginning: most fields of a message are none of these.
    let length = name.byteCount
    guard length >= 4, length <= 17 else { return nil }
    let candidate: HTTPFieldName
    switch (length, name.byte(at: 0) | 0x20) {
    case (4, UInt8(ascii: "h")): candidate = .host
    case (6, UInt8(ascii: "s")): candidate = .server
    case (6, UInt8(ascii: "o")): candidate = .origin
    case (7, UInt8(ascii: "r")): candidate = .referrer
    case (7, UInt8(ascii: "u")): candidate = .upgrade
    case (8, UInt8(ascii: "l")): candidate = .location
    case (10, UInt8(ascii: "u")): candidate = .userAgent
    case (12, UInt8(ascii: "c")): candidate = .contentType
    case (14, UInt8(ascii: "c")): candidate = .contentLength
    case (16, UInt8(ascii: "c")): candidate = .contentEncoding
    case (17, UInt8(ascii: "t")): candidate = .transferEncoding
    default: return nil
    }
    guard name.starts(withIgnoringCase: candidate.text) else { return nil }
    self = candidate
  }

  private var text: StaticString {
    switch self {
    case .host: "host"
    case .userAgent: "user-agent"
    case .referrer: "referer"
    case .origin: "origin"
    case .contentType: "content-type"
    case .contentLength: "content-length"
    case .contentEncoding: "content-encoding"
    case .transferEncoding: "transfer-encoding"
    case .server: "server"
    case .location: "location"
    case .upgrade: "upgrade"
    case .target: ":path"
    case .scheme: ":scheme"
    case .reason: ":reason"
    }
  }
}
