extension SMBMessage {
  static let smb2HeaderLength = 64

  /// The messages of a compound ([MS-SMB2] §2.2.1); those that were cut off are left out.
  static func chain(_ bytes: RawSpan) throws(DissectionError) -> [SMBMessage] {
    var messages: [SMBMessage] = []
    var start = 0
    while messages.count < SMBLimits.chain {
      let rest = bytes.extracting(start...)
      guard messages.isEmpty || rest.byteCount >= smb2HeaderLength else { break }
      var next: UInt32 = 0
      messages.append(try SMBMessage(parsingSMB2: rest, next: &next))
      guard next >= UInt32(smb2HeaderLength), Int(next) <= rest.byteCount else { break }
      start += Int(next)
    }
    return messages
  }

  private init(parsingSMB2 bytes: RawSpan, next: inout UInt32) throws(DissectionError) {
    var reader = ByteReader(bytes)
    guard try reader.readUInt32() == 0xfe53_4d42, try reader.readLittleEndianUInt16() == 64 else {
      throw .malformed("header of no SMB 2")
    }
    try reader.skip(2)
    let status = SMBStatus(rawValue: try reader.readLittleEndianUInt32())
    let number = try reader.readLittleEndianUInt16()
    try reader.skip(2)
    let flags = try reader.readLittleEndianUInt32()
    next = try reader.readLittleEndianUInt32()
    let id = try reader.readLittleEndianUInt64()
    try reader.skip(4)
    // The place is the upper half of another number where the answer is asynchronous.
    let tree = try reader.readLittleEndianUInt32()
    try reader.skip(24)
    let isResponse = flags & 1 != 0
    self.init(
      SMBCommand(.smb2, number),
      isResponse: isResponse,
      status: isResponse ? status : .success,
      id: id,
      tree: flags & 2 != 0 ? 0 : tree
    )
    // Bodies may be cut; what was captured of them still tells.
    if let detail = try? isResponse
      ? Self.answer(number, status, bytes) : Self.request(number, bytes)
    {
      details = [detail]
    }
  }

  private static func request(
    _ number: UInt16,
    _ bytes: RawSpan
  ) throws(DissectionError) -> Detail? {
    var body = ByteReader(bytes)
    try body.seek(to: smb2HeaderLength + 2)
    switch number {
    case 0: return try offer(&body)
    case 1:
      try body.skip(10)
      guard let message = NTLMMessage(in: try buffer(&body, bytes)) else { return nil }
      return .login(message)
    case 3:
      try body.skip(2)
      return .connect(path: try text(&body, bytes))
    case 5:
      try body.skip(42)
      return .open(name: try text(&body, bytes))
    case 9:
      try body.skip(2)
      return .write(bytes: try body.readLittleEndianUInt32())
    default: return nil
    }
  }

  private static func answer(
    _ number: UInt16,
    _ status: SMBStatus,
    _ bytes: RawSpan
  ) throws(DissectionError) -> Detail? {
    guard !status.isFailure else { return nil }
    var body = ByteReader(bytes)
    try body.seek(to: smb2HeaderLength + 2)
    switch number {
    case 0:
      try body.skip(2)
      return .choice(SMBDialect(rawValue: try body.readLittleEndianUInt16()))
    case 1:
      let flags = try body.readLittleEndianUInt16()
      return .loggedIn(isGuest: flags & 3 != 0, isEncrypted: flags & 4 != 0)
    case 3:
      try body.skip(2)
      return .connected(isEncrypted: try body.readLittleEndianUInt32() & 0x8000 != 0)
    case 8:
      try body.skip(2)
      return .read(bytes: try body.readLittleEndianUInt32())
    default: return nil
    }
  }

  private static func offer(_ body: inout ByteReader) throws(DissectionError) -> Detail {
    let count = Int(try body.readLittleEndianUInt16())
    try body.skip(32)
    var dialects: [SMBDialect] = []
    for _ in 0..<min(count, SMBLimits.dialects) {
      dialects.append(SMBDialect(rawValue: try body.readLittleEndianUInt16()))
    }
    return .offer(dialects: dialects)
  }

  /// The bytes that an offset from the header and a length point to.
  @_lifetime(copy bytes)
  private static func buffer(
    _ body: inout ByteReader,
    _ bytes: RawSpan
  ) throws(DissectionError) -> RawSpan {
    let offset = Int(try body.readLittleEndianUInt16())
    let length = Int(try body.readLittleEndianUInt16())
    var reader = ByteReader(bytes)
    try reader.seek(to: offset)
    return try reader.readBytes(min(length, reader.remaining))
  }

  private static func text(
    _ body: inout ByteReader,
    _ bytes: RawSpan
  ) throws(DissectionError) -> String {
    let part = try buffer(&body, bytes)
    var reader = ByteReader(part)
    return try reader.readSMBText(part.byteCount, isUnicode: true)
  }
}
