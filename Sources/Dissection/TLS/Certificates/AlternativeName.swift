/// A further name of a certificate's subject (RFC 5280 §4.2.1.6), of the kinds that name hosts.
package enum AlternativeName: Equatable, Sendable {
  case dns(String)
  /// Four or sixteen bytes.
  case address([UInt8])
  case mail(String)
  case uri(String)
}
