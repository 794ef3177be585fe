import Packets

/// How the messages of a stream are told apart, as far as it decides which frame completes one.
enum WiresharkMessageFormat: Equatable, Sendable {
  /// Every segment is one of its own.
  case plain(ApplicationLayer)
  /// A line, or several.
  case lines(ApplicationLayer)
  /// A number of two bytes says how many follow (RFC 1035 §4.2.2).
  case dns
  /// A type, a flag and a length (RFC 1002 §4.3.1).
  case nbss
  /// Records (RFC 8446 §5.1).
  case tls
  case http

  /// The protocol that a message is of.
  var layer: ApplicationLayer {
    switch self {
    case .plain(let layer), .lines(let layer): layer
    case .dns: .dns
    case .nbss: .nbss
    case .tls: .tls
    case .http: .http
    }
  }

  /// The format at the ports of a connection: as in Wireshark, the lower port is asked first.
  init?(ports one: UInt16, _ other: UInt16) {
    guard let format = Self.usual(at: min(one, other)) ?? Self.usual(at: max(one, other)) else {
      return nil
    }
    self = format
  }

  /// The format that the first bytes of a segment give away at any port.
  init?(start bytes: UnsafeRawBufferPointer) {
    if WiresharkHTTPHead.isComplete(bytes) {
      self = .http
    } else if bytes.count >= 3, (20...23).contains(bytes[0]), bytes[1] == 3, bytes[2] <= 4 {
      self = .tls
    } else {
      return nil
    }
  }

  /// What Wireshark reads at a port unless told otherwise.
  private static func usual(at port: UInt16) -> WiresharkMessageFormat? {
    switch port {
    case 21: .plain(.ftp)
    case 22: .plain(.ssh)
    case 23: .plain(.telnet)
    case 25, 587: .lines(.smtp)
    case 53: .dns
    case 80, 591, 631, 1900, 2869, 3128, 3132, 5985, 8080, 8088, 11371: .http
    case 88: .plain(.kerberos)
    case 110: .lines(.pop)
    case 139, 445: .nbss
    case 143: .lines(.imap)
    case 179: .plain(.bgp)
    case 389: .plain(.ldap)
    case 443, 465, 563, 636, 853, 989, 990, 992, 993, 994, 995, 5061, 5671, 8443, 8883: .tls
    case 554, 8554: .plain(.rtsp)
    case 3306: .plain(.mysql)
    case 5060: .plain(.sip)
    case 5432: .plain(.pgsql)
    case 20000: .plain(.dnp3)
    default: nil
    }
  }
}
