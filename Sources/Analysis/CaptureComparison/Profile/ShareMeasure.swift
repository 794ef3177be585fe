/// What is compared by how often it happens; more of any is worse.
///
/// Raw values are stable names for programs.
package enum ShareMeasure: String, CaseIterable, Sendable {
  /// Segments of data sent again, of all.
  case retransmissions
  /// Connections answered by a RST.
  case refused = "refused_connections"
  /// Connections of which no SYN was answered.
  case unanswered = "unanswered_connections"
  /// Connections that a RST ended.
  case resets = "reset_connections"
  /// Queries answered by NXDOMAIN.
  case dnsNameErrors = "dns_name_errors"
  /// Queries answered by another error.
  case dnsFailures = "dns_failures"
  case dnsUnanswered = "dns_unanswered"
  /// Responses with a status of 400 to 499.
  case httpClientErrors = "http_client_errors"
  /// Responses with a status from 500 on.
  case httpServerErrors = "http_server_errors"
  case httpUnanswered = "http_unanswered"
  /// Handshakes that were not completed.
  case tlsFailures = "tls_failed_handshakes"

  /// What the tries are.
  package enum Base: String, Sendable {
    case segments
    case connections
    case queries
    case requests
    case handshakes
  }

  package var base: Base {
    switch self {
    case .retransmissions: .segments
    case .refused, .unanswered, .resets: .connections
    case .dnsNameErrors, .dnsFailures, .dnsUnanswered: .queries
    case .httpClientErrors, .httpServerErrors, .httpUnanswered: .requests
    case .tlsFailures: .handshakes
    }
  }
}
