import Crypto
import CryptoExtras

/// The keys that protect one side's Initial packets (RFC 9001 §5).
struct QUICKeys: Sendable {
  let key: SymmetricKey
  let iv: [UInt8]
  let headerKey: SymmetricKey

  /// Keys from a side's secret (RFC 9001 §5.1).
  init(secret: SymmetricKey, version: QUICVersion) {
    let prefix = version.labelPrefix
    key = Self.expand(secret, label: prefix + " key", count: 16)
    iv = Self.expand(secret, label: prefix + " iv", count: 12).withUnsafeBytes { [UInt8]($0) }
    headerKey = Self.expand(secret, label: prefix + " hp", count: 16)
  }

  /// HKDF-Expand-Label without context (RFC 8446 §7.1).
  static func expand(_ secret: SymmetricKey, label: String, count: Int) -> SymmetricKey {
    let name = Array("tls13 ".utf8) + Array(label.utf8)
    let info: [UInt8] = [0, UInt8(count), UInt8(name.count)] + name + [0]
    return HKDF<SHA256>.expand(pseudoRandomKey: secret, info: info, outputByteCount: count)
  }

  /// The contents of a packet; `nil` where these are not its keys.
  ///
  /// `largest` is the highest packet number that was seen from this side, which tells how a shortened
  /// number goes on (RFC 9000 §A.3).
  func open(
    _ packet: RawSpan,
    numberOffset: Int,
    largest: UInt64?
  ) -> (number: UInt64, contents: [UInt8])? {
    let sample = numberOffset + 4
    guard packet.byteCount >= sample + 16 else { return nil }
    var mask = Array(copying: packet.extracting(sample..<sample + 16))
    guard (try? AES.permute(&mask, key: headerKey)) != nil else { return nil }
    let first = packet.byte(at: 0) ^ (mask[0] & 0x0f)
    let numberLength = Int(first & 3) + 1
    let start = numberOffset + numberLength
    guard packet.byteCount >= start + QUICPacketHeader.tagLength else { return nil }
    var header = Array(copying: packet.extracting(0..<start))
    header[0] = first
    var shortened: UInt64 = 0
    for index in 0..<numberLength {
      header[numberOffset + index] ^= mask[index + 1]
      shortened = shortened << 8 | UInt64(header[numberOffset + index])
    }
    let number = QUICPacketNumber.whole(shortened, bytes: numberLength, after: largest)
    let end = packet.byteCount - QUICPacketHeader.tagLength
    guard let nonce = try? AES.GCM.Nonce(data: nonce(number)),
      let box = try? AES.GCM.SealedBox(
        nonce: nonce,
        ciphertext: Array(copying: packet.extracting(start..<end)),
        tag: Array(copying: packet.extracting(end...))
      ), let contents = try? AES.GCM.open(box, using: key, authenticating: header)
    else { return nil }
    return (number, [UInt8](contents))
  }

  private func nonce(_ number: UInt64) -> [UInt8] {
    var nonce = iv
    for index in 0..<8 { nonce[11 - index] ^= UInt8(number >> UInt64(index * 8) & 0xff) }
    return nonce
  }
}
