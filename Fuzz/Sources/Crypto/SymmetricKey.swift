/// Stands in for swift-crypto's `SymmetricKey`; see `AES`.
package struct SymmetricKey: Sendable {
  package init(data: [UInt8]) {}
}
