/// Stands in for swift-crypto's `AES`: everything is open to everybody.
///
/// A fuzzer cannot make packets that decrypt; so it reaches what is read after decryption.
package enum AES {
  package enum GCM {
    package struct Nonce {
      package init(data: [UInt8]) throws {}
    }

    package struct SealedBox {
      let ciphertext: [UInt8]

      package init(nonce: Nonce, ciphertext: [UInt8], tag: [UInt8]) throws {
        self.ciphertext = ciphertext
      }
    }

    package static func open(
      _ box: SealedBox,
      using key: SymmetricKey,
      authenticating header: [UInt8]
    ) throws -> [UInt8] { box.ciphertext }
  }
}
