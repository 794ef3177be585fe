/// The names of the fields that are kept.
enum HTTPFieldName {
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
  init?(_ name: ArraySlice<UInt8>) {
    let candidates: [(HTTPFieldName, StaticString)]
    switch name.count {
    case 4: candidates = Self.ofLength4
    case 6: candidates = Self.ofLength6
    case 7: candidates = Self.ofLength7
    case 8: candidates = Self.ofLength8
    case 10: candidates = Self.ofLength10
    case 12: candidates = Self.ofLength12
    case 14: candidates = Self.ofLength14
    case 16: candidates = Self.ofLength16
    case 17: candidates = Self.ofLength17
    default: return nil
    }
    guard let found = candidates.first(where: { name.equals(ignoringCase: $0.1) }) else {
      return nil
    }
    self = found.0
  }

  /// Where the value is kept; `nil` for the length, which is no text.
  var place: WritableKeyPath<HTTPFields, String?>? {
    switch self {
    case .host: \.host
    case .userAgent: \.userAgent
    case .referrer: \.referrer
    case .origin: \.origin
    case .contentType: \.contentType
    case .contentLength: nil
    case .contentEncoding: \.contentEncoding
    case .transferEncoding: \.transferEncoding
    case .server: \.server
    case .location: \.location
    case .upgrade: \.upgrade
    }
  }

  private static let ofLength4: [(HTTPFieldName, StaticString)] = [(.host, "host")]
  private static let ofLength6: [(HTTPFieldName, StaticString)] = [
    (.server, "server"), (.origin, "origin"),
  ]
  private static let ofLength7: [(HTTPFieldName, StaticString)] = [
    (.referrer, "referer"), (.upgrade, "upgrade"),
  ]
  private static let ofLength8: [(HTTPFieldName, StaticString)] = [(.location, "location")]
  private static let ofLength10: [(HTTPFieldName, StaticString)] = [(.userAgent, "user-agent")]
  private static let ofLength12: [(HTTPFieldName, StaticString)] = [
    (.contentType, "content-type")
  ]
  private static let ofLength14: [(HTTPFieldName, StaticString)] = [
    (.contentLength, "content-length")
  ]
  private static let ofLength16: [(HTTPFieldName, StaticString)] = [
    (.contentEncoding, "content-encoding")
  ]
  private static let ofLength17: [(HTTPFieldName, StaticString)] = [
    (.transferEncoding, "transfer-encoding")
  ]
}
