/// Stands in for swift-crypto's `SymmetricKey`; see `AES`.
package struct SymmetricKey: Sendable {
  private let bytes: [UInt8]

  package init(data: [UInt8]) { bytes = data }

  package func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try bytes.withUnsafeBytes(body)
  }
}
