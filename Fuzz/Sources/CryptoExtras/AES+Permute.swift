package import Crypto

extension AES {
  /// Leaves no mask, so that protected headers are as they stand.
  package static func permute(_ payload: inout [UInt8], key: SymmetricKey) throws {
    for index in payload.indices { payload[index] = 0 }
  }
}
