/// The logs of Zeek that Apus writes; the raw value is the name of the file and of `#path`.
package enum ZeekLogName: String, CaseIterable, Sendable {
  case conn
  case dns
  case http
  case ssl
  case x509
  case weird

  var path: StaticString {
    switch self {
    case .conn: "conn"
    case .dns: "dns"
    case .http: "http"
    case .ssl: "ssl"
    case .x509: "x509"
    case .weird: "weird"
    }
  }

  /// The name in a folder of logs.
  package var fileName: String { rawValue + ".log" }
}
