import Packets

extension DNSRecordData {
  /// Strings kept of one TXT record.
  package static let maximumStrings = 256

  /// Reads the contents of a record; `reader` reads the whole message, for the names in it.
  init(
    _ type: DNSRecordType,
    class: UInt16,
    ttl: UInt32,
    length: Int,
    _ reader: inout ByteReader
  ) throws(DissectionError) {
    let end = reader.offset + length
    switch type {
    case .a: self = .a(try reader.readIPv4Address())
    case .aaaa: self = .aaaa(try reader.readIPv6Address())
    case .cname, .ns, .ptr, .dname: self = .name(try reader.readDNSName())
    case .mx:
      let preference = try reader.readUInt16()
      self = .mx(preference: preference, exchange: try reader.readDNSName())
    case .txt, .spf: self = .text(try Self.readStrings(&reader, end: end))
    case .srv:
      self = .srv(
        priority: try reader.readUInt16(),
        weight: try reader.readUInt16(),
        port: try reader.readUInt16(),
        target: try reader.readDNSName()
      )
    case .soa: self = .soa(try DNSStartOfAuthority(&reader))
    case .svcb, .https: self = .serviceBinding(try DNSServiceBinding(&reader, end: end))
    case .caa: self = try Self.readAuthorization(&reader, end: end)
    case .opt:
      var options = try reader.readPart(length)
      self = .edns(try EDNS(class: `class`, ttl: ttl, options: &options))
    default: self = .opaque(length)
    }
    guard reader.offset <= end else { throw .malformed("record longer than it says") }
  }

  private static func readStrings(
    _ reader: inout ByteReader,
    end: Int
  ) throws(DissectionError) -> [String] {
    var strings: [String] = []
    while reader.offset < end, strings.count < maximumStrings {
      strings.append(String(decoding: try reader.readBytes(Int(try reader.readUInt8()))))
    }
    return strings
  }

  private static func readAuthorization(
    _ reader: inout ByteReader,
    end: Int
  ) throws(DissectionError) -> DNSRecordData {
    let flags = try reader.readUInt8()
    let tag = String(decoding: try reader.readBytes(Int(try reader.readUInt8())))
    // At most a message long; more than 255 bytes of value are of no use to anybody.
    let value = try reader.readBytes(min(255, end - reader.offset))
    return .authorization(flags: flags, tag: tag, value: String(decoding: value))
  }
}

extension DNSStartOfAuthority {
  fileprivate init(_ reader: inout ByteReader) throws(DissectionError) {
    primary = try reader.readDNSName()
    mailbox = try reader.readDNSName()
    serial = try reader.readUInt32()
    refresh = try reader.readUInt32()
    retry = try reader.readUInt32()
    expire = try reader.readUInt32()
    minimum = try reader.readUInt32()
  }
}
