import Crypto

/// The proof in a Retry that the server saw the client's Initial (RFC 9001 §5.8).
enum QUICRetry {
  /// Whether a Retry answers an Initial with this destination connection id.
  static func isAuthentic(
    _ packet: RawSpan,
    version: QUICVersion,
    originalID: [UInt8]
  ) -> Bool {
    let end = packet.byteCount - QUICPacketHeader.tagLength
    guard end > 0, originalID.count < 256,
      let nonce = try? AES.GCM.Nonce(data: version.retryNonce),
      let box = try? AES.GCM.SealedBox(
        nonce: nonce,
        ciphertext: [UInt8](),
        tag: Array(copying: packet.extracting(end...))
      )
    else { return false }
    let pseudoPacket =
      [UInt8(originalID.count)] + originalID + Array(copying: packet.extracting(0..<end))
    let key = SymmetricKey(data: version.retryKey)
    return (try? AES.GCM.open(box, using: key, authenticating: pseudoPacket)) != nil
  }
}
