/// Lists inside extensions of hellos, which are read to be checked, and again when they are asked for.
enum HelloList {
  /// The numbers of two bytes in a list whose length precedes it in one byte.
  @_lifetime(copy content)
  static func numbers8(_ content: RawSpan) throws(DissectionError) -> RawSpan {
    var reader = ByteReader(content)
    return try numbers(try reader.readBytes(Int(try reader.readUInt8())))
  }

  /// The numbers of two bytes in a list whose length precedes it in two bytes.
  @_lifetime(copy content)
  static func numbers16(_ content: RawSpan) throws(DissectionError) -> RawSpan {
    var reader = ByteReader(content)
    return try numbers(try reader.readBytes(Int(try reader.readUInt16())))
  }

  @_lifetime(copy list)
  private static func numbers(_ list: RawSpan) throws(DissectionError) -> RawSpan {
    guard list.byteCount.isMultiple(of: 2) else { throw .truncated }
    return list
  }

  /// The bytes in a list whose length precedes it in one byte.
  @_lifetime(copy content)
  static func bytes8(_ content: RawSpan) throws(DissectionError) -> RawSpan {
    var reader = ByteReader(content)
    return try reader.readBytes(Int(try reader.readUInt8()))
  }

  /// Hands the names of ALPN to `body` (RFC 7301 §3.1).
  @inline(__always)
  static func forEachProtocol(
    _ content: RawSpan,
    _ body: (RawSpan) -> Void
  ) throws(DissectionError) {
    var reader = ByteReader(content)
    var list = try reader.readPart(Int(try reader.readUInt16()))
    while !list.isAtEnd { body(try list.readBytes(Int(try list.readUInt8()))) }
  }

  /// Hands the names of hosts to `body` (RFC 6066 §3).
  @inline(__always)
  static func forEachHost(_ content: RawSpan, _ body: (RawSpan) -> Void) throws(DissectionError) {
    var reader = ByteReader(content)
    var list = try reader.readPart(Int(try reader.readUInt16()))
    while !list.isAtEnd {
      let type = try list.readUInt8()
      let name = try list.readBytes(Int(try list.readUInt16()))
      // 0 is host_name, the only type that was ever defined.
      if type == 0 { body(name) }
    }
  }

  /// Steps over the keys of a client, each behind its group (RFC 8446 §4.2.8).
  static func checkKeyShares(_ content: RawSpan) throws(DissectionError) {
    var reader = ByteReader(content)
    var list = try reader.readPart(Int(try reader.readUInt16()))
    while !list.isAtEnd {
      try list.skip(2)
      try list.skip(Int(try list.readUInt16()))
    }
  }

  /// Steps over the tickets that a client offers, each before its age (RFC 8446 §4.2.11).
  static func checkPreSharedKeys(_ content: RawSpan) throws(DissectionError) {
    var reader = ByteReader(content)
    var list = try reader.readPart(Int(try reader.readUInt16()))
    while !list.isAtEnd {
      try list.skip(Int(try list.readUInt16()))
      try list.skip(4)
    }
  }
}

extension RawSpan {
  /// All as numbers of two bytes.
  var numbers: [UInt16] {
    var numbers: [UInt16] = []
    numbers.reserveCapacity(byteCount / 2)
    var reader = ByteReader(self)
    while let number = try? reader.readUInt16() { numbers.append(number) }
    return numbers
  }
}
