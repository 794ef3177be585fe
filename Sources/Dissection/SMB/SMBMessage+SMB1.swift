extension SMBMessage {
  static let smb1HeaderLength = 32

  init(parsingSMB1 bytes: RawSpan) throws(DissectionError) {
    var reader = ByteReader(bytes)
    try reader.skip(4)
    let number = UInt16(try reader.readUInt8())
    let status = SMBStatus(rawValue: try reader.readLittleEndianUInt32())
    let isResponse = try reader.readUInt8() & 0x80 != 0
    let flags = try reader.readLittleEndianUInt16()
    try reader.skip(12)
    let tree = UInt32(try reader.readLittleEndianUInt16())
    let process = UInt64(try reader.readLittleEndianUInt16())
    try reader.skip(2)
    let multiplex = UInt64(try reader.readLittleEndianUInt16())
    self.init(
      SMBCommand(.smb1, number),
      isResponse: isResponse,
      status: isResponse ? status : .success,
      id: process << 16 | multiplex,
      tree: tree
    )
    hasDOSError = isResponse && flags & 0x4000 == 0
    try? readChain(bytes, number, isUnicode: flags & 0x8000 != 0)
  }

  /// Reads the body and those chained to it by AndX ([MS-CIFS] §2.2.3.4).
  private mutating func readChain(
    _ bytes: RawSpan,
    _ first: UInt16,
    isUnicode: Bool
  ) throws(DissectionError) {
    var number = first
    var start = Self.smb1HeaderLength
    for _ in 0..<8 {
      var words = ByteReader(bytes)
      try words.seek(to: start)
      let wordCount = Int(try words.readUInt8())
      var data = words
      try data.skip(wordCount * 2)
      let byteCount = Int(try data.readLittleEndianUInt16())
      let end = data.offset + min(byteCount, data.remaining)
      if let detail = try? detail(
        number,
        wordCount,
        bytes.extracting(..<end),
        words,
        data,
        isUnicode
      ) {
        details.append(detail)
      }
      guard Self.andX.contains(number), wordCount >= 2 else { return }
      number = UInt16(try words.readUInt8())
      try words.skip(1)
      let next = Int(try words.readLittleEndianUInt16())
      guard number != 0xff, next > start else { return }
      start = next
    }
  }

  /// Commands whose first words name the next one.
  private static let andX: Set<UInt16> = [0x24, 0x2d, 0x2e, 0x2f, 0x73, 0x74, 0x75, 0xa2]

  private func detail(
    _ number: UInt16,
    _ wordCount: Int,
    _ bytes: RawSpan,
    _ parameters: ByteReader,
    _ content: ByteReader,
    _ isUnicode: Bool
  ) throws(DissectionError) -> Detail? {
    var words = parameters
    var data = ByteReader(bytes)
    try data.seek(to: content.offset)
    switch (number, isResponse) {
    case (0x72, false): return .names(try Self.names(&data))
    case (0x72, true): return .nameChoice(try words.readLittleEndianUInt16())
    case (0x73, false): return try Self.login(wordCount, &words, &data, isUnicode)
    case (0x73, true) where !isFailure:
      try words.skip(4)
      let isGuest = try words.readLittleEndianUInt16() & 1 != 0
      return .loggedIn(isGuest: isGuest, isEncrypted: false)
    case (0x75, false):
      try words.skip(6)
      try data.skip(Int(try words.readLittleEndianUInt16()))
      return .connect(path: try data.readSMBString(isUnicode: isUnicode))
    case (0x75, true) where !isFailure: return .connected(isEncrypted: false)
    case (0xa2, false):
      try words.skip(5)
      let length = Int(try words.readLittleEndianUInt16())
      if isUnicode, data.offset % 2 != 0 { try data.skip(1) }
      let name = try data.readSMBText(min(length, data.remaining), isUnicode: isUnicode)
      return .open(name: name)
    case (0x2e, true) where !isFailure && wordCount >= 12:
      try words.skip(10)
      return .read(bytes: UInt32(try words.readLittleEndianUInt16()))
    case (0x2f, false) where wordCount >= 12:
      try words.skip(20)
      return .write(bytes: UInt32(try words.readLittleEndianUInt16()))
    default: return nil
    }
  }

  /// The dialects by name, each behind a 2 ([MS-CIFS] §2.2.4.52.1).
  private static func names(_ data: inout ByteReader) throws(DissectionError) -> [String] {
    var names: [String] = []
    while !data.isAtEnd, names.count < SMBLimits.dialects {
      try data.skip(1)
      names.append(try data.readSMBString(isUnicode: false))
    }
    return names
  }

  /// A login with NTLM in a security buffer, or in fields: passwords, user, domain
  /// ([MS-CIFS] §2.2.4.53.1, [MS-SMB] §2.2.4.6.1).
  private static func login(
    _ wordCount: Int,
    _ words: inout ByteReader,
    _ data: inout ByteReader,
    _ isUnicode: Bool
  ) throws(DissectionError) -> Detail? {
    try words.skip(14)
    let first = Int(try words.readLittleEndianUInt16())
    guard wordCount == 13 else {
      let buffer = try data.readBytes(min(first, data.remaining))
      return NTLMMessage(in: buffer).map { .login($0) }
    }
    try data.skip(first + Int(try words.readLittleEndianUInt16()))
    let user = try data.readSMBString(isUnicode: isUnicode)
    let domain = try data.readSMBString(isUnicode: isUnicode)
    return .plainLogin(user: user.isEmpty ? nil : user, domain: domain.isEmpty ? nil : domain)
  }
}
