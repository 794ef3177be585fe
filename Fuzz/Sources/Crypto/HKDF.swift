/// Stands in for swift-crypto's `HKDF`; see `AES`.
package enum HKDF<Hash> {
  package static func extract(inputKeyMaterial: SymmetricKey, salt: [UInt8]) -> [UInt8] {
    inputKeyMaterial.withUnsafeBytes { [UInt8]($0) }
  }

  package static func expand(
    pseudoRandomKey: SymmetricKey,
    info: [UInt8],
    outputByteCount: Int
  ) -> SymmetricKey {
    SymmetricKey(data: [UInt8](repeating: UInt8(info.count & 0xff), count: outputByteCount))
  }
}
