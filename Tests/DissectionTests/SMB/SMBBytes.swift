/// Messages of SMB, made by hand.
enum SMBBytes {
  static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  static func unicode(_ text: String) -> [UInt8] { text.utf16.flatMap { little($0) } }

  /// A frame of the session service.
  static func frame(_ message: [UInt8], type: UInt8 = 0) -> [UInt8] {
    let count = message.count
    return [type, UInt8(count >> 16), UInt8(count >> 8 & 0xff), UInt8(count & 0xff)] + message
  }

  /// A message of SMB 2 with its header; `next` is the distance to the next one of a compound.
  static func smb2(
    _ command: UInt16,
    id: UInt64,
    isResponse: Bool = false,
    status: UInt32 = 0,
    tree: UInt32 = 0,
    isAsync: Bool = false,
    next: UInt32 = 0,
    _ body: [UInt8]
  ) -> [UInt8] {
    let flags: UInt32 = (isResponse ? 1 : 0) | (isAsync ? 2 : 0)
    return [0xfe, 0x53, 0x4d, 0x42] + little(UInt16(64)) + little(UInt16(1)) + little(status)
      + little(command) + little(UInt16(1)) + little(flags) + little(next) + little(id)
      + (isAsync ? little(UInt64(5)) : little(UInt32(0xfeff)) + little(tree))
      + little(UInt64(0x11)) + [UInt8](repeating: 0, count: 16) + body
  }

  static let negotiate =
    little(UInt16(36)) + little(UInt16(2)) + [UInt8](repeating: 0, count: 32)
    + little(UInt16(0x0202))
    + little(UInt16(0x0300))

  static func negotiated(_ dialect: UInt16) -> [UInt8] {
    little(UInt16(65)) + little(UInt16(1)) + little(dialect) + [UInt8](repeating: 0, count: 50)
      + little(UInt16(128)) + little(UInt16(0)) + little(UInt32(0))
  }

  /// An NTLM AUTHENTICATE_MESSAGE with a response in which the secret is.
  static func authenticate(domain: String, user: String, workstation: String) -> [UInt8] {
    let texts = [
      [], Array("the secret response.".utf8), unicode(domain), unicode(user), unicode(workstation),
      [],
    ]
    var offset = 64
    var message = Array("NTLMSSP\0".utf8) + little(UInt32(3))
    for text in texts {
      let count = UInt16(text.count)
      message += little(count) + little(count) + little(UInt32(offset))
      offset += text.count
    }
    return message + little(UInt32(0x0000_0001)) + texts.flatMap { $0 }
  }

  static func sessionSetup(_ buffer: [UInt8]) -> [UInt8] {
    little(UInt16(25)) + [0, 1] + little(UInt32(1)) + little(UInt32(0)) + little(UInt16(88))
      + little(UInt16(buffer.count)) + little(UInt64(0)) + buffer
  }

  static func sessionAnswer(flags: UInt16) -> [UInt8] {
    little(UInt16(9)) + little(flags) + little(UInt16(72)) + little(UInt16(0))
  }

  static func treeConnect(_ path: String) -> [UInt8] {
    let text = unicode(path)
    return little(UInt16(9)) + little(UInt16(0)) + little(UInt16(72)) + little(UInt16(text.count))
      + text
  }

  static func treeAnswer(flags: UInt32) -> [UInt8] {
    little(UInt16(16)) + [1, 0] + little(flags) + little(UInt32(0)) + little(UInt32(0x001f_01ff))
  }

  static func create(_ name: String) -> [UInt8] {
    let text = unicode(name)
    return little(UInt16(57)) + [0, 0] + little(UInt32(2)) + little(UInt64(0)) + little(UInt64(0))
      + little(UInt32(0x0012_0089)) + little(UInt32(0)) + little(UInt32(7)) + little(UInt32(1))
      + little(UInt32(0)) + little(UInt16(120)) + little(UInt16(text.count)) + little(UInt64(0))
      + text
  }

  static let created =
    little(UInt16(89)) + [0, 0] + little(UInt32(1)) + [UInt8](repeating: 0, count: 56)
    + little(UInt64(7)) + little(UInt64(9)) + little(UInt64(0))

  static func read(_ count: UInt32) -> [UInt8] {
    little(UInt16(49)) + [80, 0] + little(count) + little(UInt64(0)) + little(UInt64(7))
      + little(UInt64(9)) + [UInt8](repeating: 0, count: 17)
  }

  static func readAnswer(_ data: [UInt8]) -> [UInt8] {
    little(UInt16(17)) + [80, 0] + little(UInt32(data.count)) + little(UInt64(0)) + data
  }

  static func write(_ data: [UInt8]) -> [UInt8] {
    little(UInt16(49)) + little(UInt16(112)) + little(UInt32(data.count)) + little(UInt64(0))
      + little(UInt64(7)) + little(UInt64(9)) + little(UInt64(0)) + little(UInt64(0)) + data
  }

  static let failure = little(UInt16(9)) + little(UInt16(0)) + little(UInt32(0)) + [0]

  /// A message of SMB 1 with words and bytes behind its header.
  static func smb1(
    _ command: UInt8,
    isResponse: Bool = false,
    status: UInt32 = 0,
    flags: UInt16 = 0xc001,
    id: UInt16 = 1,
    words: [UInt8],
    _ bytes: [UInt8]
  ) -> [UInt8] {
    [0xff, 0x53, 0x4d, 0x42, command] + little(status) + [isResponse ? 0x88 : 0x18] + little(flags)
      + [UInt8](repeating: 0, count: 12) + little(UInt16(1)) + little(UInt16(77))
      + little(UInt16(0)) + little(id) + [UInt8(words.count / 2)] + words
      + little(UInt16(bytes.count)) + bytes
  }
}
