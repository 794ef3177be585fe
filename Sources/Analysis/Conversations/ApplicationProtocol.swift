import Dissection
import Packets

/// An application protocol that conversations are read as.
package enum ApplicationProtocol: UInt8, CaseIterable, Sendable {
  case http
  case tls
  case quic

  /// The name as Zeek's `service` has it.
  package var name: String {
    switch self {
    case .http: "http"
    case .tls: "ssl"
    case .quic: "quic"
    }
  }

  /// A bit for sets of them.
  var bit: UInt64 { 1 << UInt64(rawValue) }

  static let overTCP = allCases.filter { $0.transport == .tcp }
  static let overUDP = allCases.filter { $0.transport == .udp }

  /// Those that a transport carries, in the order in which they are tried.
  static func all(over transport: TransportKind) -> [ApplicationProtocol] {
    switch transport {
    case .tcp: overTCP
    case .udp: overUDP
    default: []
    }
  }

  /// What carries it.
  var transport: TransportKind {
    switch self {
    case .http, .tls: .tcp
    case .quic: .udp
    }
  }

  /// Whether a server is expected at a port (IANA, and what is in common use).
  func isUsual(at port: UInt16) -> Bool {
    switch self {
    case .http: [80, 591, 3128, 8000, 8008, 8080, 8081, 8888].contains(port)
    case .tls: [443, 465, 563, 636, 853, 990, 992, 993, 995, 5061, 6697, 8443].contains(port)
    case .quic: [443, 784, 853, 8443].contains(port)
    }
  }

  /// What the first bytes of a side, or a datagram, say.
  func recognise(_ start: RawSpan) -> Recognition {
    switch self {
    case .http: HTTPDissector.recognise(start)
    case .tls: TLSDissector.recognise(start)
    case .quic: QUICDissector.recognise(start)
    }
  }

  /// A dissector at the beginning of its conversation.
  func dissector() -> ApplicationDissector {
    switch self {
    case .http: .http(HTTPDissector())
    case .tls: .tls(TLSDissector())
    case .quic: .quic(QUICDissector())
    }
  }
}
