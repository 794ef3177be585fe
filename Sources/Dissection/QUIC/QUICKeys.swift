import Crypto
import CryptoExtras

/// The keys that protect one side's Initial packets (RFC 9001 §5).
struct QUICKeys: Sendable {
  /// What keys are derived with, in one version.
  private struct Labels {
    let key: [UInt8]
    let iv: [UInt8]
    let headerKey: [UInt8]

    init(_ version: QUICVersion) {
      let prefix = version.labelPrefix
      key = QUICKeyDerivation.label(prefix + " key", count: 16)
      iv = QUICKeyDerivation.label(prefix + " iv", count: 12)
      headerKey = QUICKeyDerivation.label(prefix + " hp", count: 16)
    }
  }

  /// What the contents are encrypted with.
  private struct Protection {
    let key: SymmetricKey
    let iv: [UInt8]
  }

  private let derivation: QUICKeyDerivation
  private let version: QUICVersion
  private let headerKey: SymmetricKey
  /// Made for the first packet whose header makes sense.
  private var protection: Protection?

  /// Keys from a side's secret (RFC 9001 §5.1).
  init(secret: [UInt8], version: QUICVersion) {
    self.version = version
    derivation = QUICKeyDerivation(key: secret)
    let labels = Self.labels(of: version)
    headerKey = SymmetricKey(data: derivation.expand(labels.headerKey, count: 16))
  }

  private static let labelsOfVersion1 = Labels(.version1)
  private static let labelsOfVersion2 = Labels(.version2)

  private static func labels(of version: QUICVersion) -> Labels {
    version == .version2 ? labelsOfVersion2 : labelsOfVersion1
  }

  /// The contents of a packet; `nil` where these are not its keys.
  ///
  /// `largest` is the highest packet number that was seen from this side, which tells how a shortened
  /// number goes on (RFC 9000 §A.3).
  mutating func open(
    _ packet: RawSpan,
    numberOffset: Int,
    largest: UInt64?
  ) -> (number: UInt64, contents: [UInt8])? {
    let sample = numberOffset + 4
    guard packet.byteCount >= sample + 16 else { return nil }
    var mask = Array(copying: packet.extracting(sample..<sample + 16))
    guard (try? AES.permute(&mask, key: headerKey)) != nil else { return nil }
    let first = packet.byte(at: 0) ^ (mask[0] & 0x0f)
    // Bits that are reserved are 0 (RFC 9000 §17.2): this tells most packets of others.
    guard first & 0x0c == 0 else { return nil }
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
    let protection = protection ?? makeProtection()
    self.protection = protection
    guard let nonce = try? AES.GCM.Nonce(data: Self.nonce(number, protection.iv)),
      let box = try? AES.GCM.SealedBox(
        nonce: nonce,
        ciphertext: Array(copying: packet.extracting(start..<end)),
        tag: Array(copying: packet.extracting(end...))
      ), let contents = try? AES.GCM.open(box, using: protection.key, authenticating: header)
    else { return nil }
    return (number, [UInt8](contents))
  }

  private func makeProtection() -> Protection {
    let labels = Self.labels(of: version)
    return Protection(
      key: SymmetricKey(data: derivation.expand(labels.key, count: 16)),
      iv: derivation.expand(labels.iv, count: 12)
    )
  }

  private static func nonce(_ number: UInt64, _ iv: [UInt8]) -> [UInt8] {
    var nonce = iv
    for index in 0..<8 { nonce[11 - index] ^= UInt8(number >> UInt64(index * 8) & 0xff) }
    return nonce
  }
}
