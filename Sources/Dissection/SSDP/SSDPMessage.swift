/// A message of SSDP, the discovery of UPnP: HTTP headers in one datagram (UPnP Device Architecture
/// §1).
package struct SSDPMessage: Equatable, Sendable {
  /// Header lines read of one message.
  package static let maximumFields = 64
  /// Bytes kept of a value.
  package static let maximumValue = 512

  package enum Kind: Sendable {
    /// M-SEARCH: who is there?
    case search
    /// NOTIFY: here I am, or I leave.
    case notify
    /// The answer to a search.
    case response
  }

  package var kind: Kind
  /// Status of a response; 200.
  package var status: Int64?
  package var host: String?
  /// ST of searches and responses, NT of notifications: what is searched or offered.
  package var target: String?
  /// NTS: "ssdp:alive" or "ssdp:byebye".
  package var subtype: String?
  /// USN: the name of this one service.
  package var name: String?
  /// Where the description is.
  package var location: String?
  /// SERVER or USER-AGENT: operating system and product.
  package var server: String?
  /// MAN and MX of a search; seconds within which to answer.
  package var mandatory: String?
  package var maximumWait: Int64?
  package var cacheControl: String?
}

extension SSDPMessage {
  package init(parsing bytes: RawSpan) throws(DissectionError) {
    let all = bytes.withUnsafeBytes { ArraySlice(Array($0)) }
    var rest = all
    let start = rest.removeField(upTo: UInt8(ascii: "\n"))
    guard let kind = Kind(start) else { throw .malformed("start of no SSDP message") }
    self.kind = kind
    if kind == .response {
      var words = start.trimmed
      _ = words.removeField(upTo: UInt8(ascii: " "))
      status = words.removeField(upTo: UInt8(ascii: " ")).decimal
    }
    var fields = 0
    while !rest.isEmpty, fields < Self.maximumFields {
      fields += 1
      var line = Self.line(&rest)
      guard !line.isEmpty else { return }
      let name = line.removeField(upTo: UInt8(ascii: ":")).trimmed
      read(name, line.trimmed)
    }
  }

  private mutating func read(_ field: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
    let text = value.text(limit: Self.maximumValue)
    switch field.count {
    case 2 where field.equals(ignoringCase: "ST"): target = text
    case 2 where field.equals(ignoringCase: "NT"): target = text
    case 2 where field.equals(ignoringCase: "MX"): maximumWait = value.decimal
    case 3 where field.equals(ignoringCase: "NTS"): subtype = text
    case 3 where field.equals(ignoringCase: "USN"): name = text
    case 3 where field.equals(ignoringCase: "MAN"): mandatory = text
    case 4 where field.equals(ignoringCase: "HOST"): host = text
    case 6 where field.equals(ignoringCase: "SERVER"): server = text
    case 8 where field.equals(ignoringCase: "LOCATION"): location = text
    case 10 where field.equals(ignoringCase: "USER-AGENT"): server = server ?? text
    case 13 where field.equals(ignoringCase: "CACHE-CONTROL"): cacheControl = text
    default: break
    }
  }

  /// The next line without its end.
  private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let line = rest.removeField(upTo: UInt8(ascii: "\n"))
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  /// Whether a datagram is an SSDP message; who offers something is the server.
  package static func recognise(_ start: RawSpan) -> Recognition {
    guard let message = try? SSDPMessage(parsing: start) else { return .no }
    switch message.kind {
    case .search: return message.mandatory == nil ? .no : .yes(.client)
    case .notify: return message.subtype == nil ? .no : .yes(.server)
    case .response: return message.name == nil ? .no : .yes(.server)
    }
  }
}

extension SSDPMessage.Kind {
  fileprivate init?(_ start: ArraySlice<UInt8>) {
    if start.starts(withIgnoringCase: "M-SEARCH * HTTP/1.") {
      self = .search
    } else if start.starts(withIgnoringCase: "NOTIFY * HTTP/1.") {
      self = .notify
    } else if start.starts(withIgnoringCase: "HTTP/1.") {
      self = .response
    } else {
      return nil
    }
  }
}
