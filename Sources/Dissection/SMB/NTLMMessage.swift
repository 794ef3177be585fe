/// Who logs in with NTLM ([MS-NLMP] §2.2.1); the responses, which are made of the password, are not
/// read.
package struct NTLMMessage: Equatable, Sendable {
  package enum Kind: UInt32, Sendable {
    case negotiate = 1
    case challenge = 2
    case authenticate = 3
  }

  package var kind: Kind
  package var domain: String?
  package var user: String?
  package var workstation: String?

  private static let signature = Array("NTLMSSP\0".utf8)

  /// Finds a message in a security buffer, in which others may be wrapped around it.
  init?(in buffer: RawSpan) {
    guard let start = Self.start(in: buffer) else { return nil }
    let message = buffer.extracting(start...)
    var reader = ByteReader(message)
    guard (try? reader.skip(8)) != nil, let number = try? reader.readLittleEndianUInt32(),
      let kind = Kind(rawValue: number)
    else { return nil }
    self.kind = kind
    guard kind == .authenticate else { return }
    let flags = Self.flags(message)
    let isUnicode = flags & 1 != 0
    domain = Self.text(message, at: 28, isUnicode)
    user = Self.text(message, at: 36, isUnicode)
    workstation = Self.text(message, at: 44, isUnicode)
  }

  private static func start(in buffer: RawSpan) -> Int? {
    var offset = 0
    while offset + signature.count <= buffer.byteCount {
      let isHere = signature.indices.allSatisfy { buffer.byte(at: offset + $0) == signature[$0] }
      if isHere { return offset }
      offset += 1
    }
    return nil
  }

  private static func flags(_ message: RawSpan) -> UInt32 {
    var reader = ByteReader(message)
    guard (try? reader.seek(to: 60)) != nil else { return 0 }
    return (try? reader.readLittleEndianUInt32()) ?? 0
  }

  /// The text that a field of length, room and offset points to; `nil` where it is empty.
  private static func text(_ message: RawSpan, at field: Int, _ isUnicode: Bool) -> String? {
    var reader = ByteReader(message)
    guard (try? reader.seek(to: field)) != nil,
      let length = try? reader.readLittleEndianUInt16(), length > 0,
      (try? reader.skip(2)) != nil, let offset = try? reader.readLittleEndianUInt32(),
      (try? reader.seek(to: Int(offset))) != nil
    else { return nil }
    return try? reader.readSMBText(Int(length), isUnicode: isUnicode)
  }
}
