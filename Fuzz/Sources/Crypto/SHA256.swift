/// Stands in for swift-crypto's `SHA256`; see `Insecure`.
package enum SHA256 {
  package static func hash(data: [UInt8]) -> [UInt8] { digest(of: data, length: 32) }
}
