/// The names of the fields that are kept.
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

  /// The field that `name` names, in any case (RFC 9110 §5.1).
  init?(_ name: RawSpan) {
    // By length first: most fields of a message are none of these.
    let candidates: (HTTPFieldName, HTTPFieldName?)
    switch name.byteCount {
    case 4: candidates = (.host, nil)
    case 6: candidates = (.server, .origin)
    case 7: candidates = (.referrer, .upgrade)
    case 8: candidates = (.location, nil)
    case 10: candidates = (.userAgent, nil)
    case 12: candidates = (.contentType, nil)
    case 14: candidates = (.contentLength, nil)
    case 16: candidates = (.contentEncoding, nil)
    case 17: candidates = (.transferEncoding, nil)
    default: return nil
    }
    if name.starts(withIgnoringCase: candidates.0.text) {
      self = candidates.0
    } else if let second = candidates.1, name.starts(withIgnoringCase: second.text) {
      self = second
    } else {
      return nil
    }
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
    }
  }
}
