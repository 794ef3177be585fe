/// DNS messages with one question (RFC 1035 §4).
enum DNSMessage {
  enum RecordType: UInt16 {
    case a = 1
    case soa = 6
    case ptr = 12
    case aaaa = 28
  }

  static func query(id: UInt16, name: String, type: RecordType) -> [UInt8] {
    message(id: id, flags: 0x0100, name: name, type: type)
  }

  /// A response with one address record for each address.
  static func response(id: UInt16, name: String, type: RecordType, addresses: [Address]) -> [UInt8]
  {
    var writer = ByteWriter()
    for address in addresses {
      putAnswerHead(type, timeToLive: 300, into: &writer)
      writer.vector(lengthBytes: 2) { data in
        switch address {
        case .v4(let value):
          data.put32(value)
        case .v6(let high, let low):
          for word in [high >> 32, high, low >> 32, low] {
            data.put32(UInt32(truncatingIfNeeded: word))
          }
        }
      }
    }
    let count = UInt16(addresses.count)
    return message(id: id, flags: 0x8180, name: name, type: type, answers: count)
      + writer.bytes
  }

  /// The response that a name does not exist, with the SOA of its zone (RFC 2308).
  static func nameError(id: UInt16, name: String, type: RecordType, zone: String) -> [UInt8] {
    var writer = ByteWriter()
    putName(zone, into: &writer)
    writer.put16(RecordType.soa.rawValue)
    writer.put16(1)
    writer.put32(900)
    writer.vector(lengthBytes: 2) { data in
      putName("ns.\(zone)", into: &data)
      putName("hostmaster.\(zone)", into: &data)
      for value in [2_025_030_301, 7200, 900, 1_209_600, 900] as [UInt32] { data.put32(value) }
    }
    return message(id: id, flags: 0x8183, name: name, type: type, authorities: 1) + writer.bytes
  }

  /// The response that the server could not find out (RFC 1035 §4.1.1).
  static func serverFailure(id: UInt16, name: String, type: RecordType) -> [UInt8] {
    message(id: id, flags: 0x8182, name: name, type: type)
  }

  /// A multicast answer to a service enumeration (RFC 6762, RFC 6763).
  static func serviceAnnouncement(_ service: String, instance: String) -> [UInt8] {
    var writer = ByteWriter()
    for value in [0, 0x8400, 0, 1, 0, 0] as [UInt16] { writer.put16(value) }
    putName(service, into: &writer)
    writer.put16(RecordType.ptr.rawValue)
    writer.put16(1)
    writer.put32(4500)
    writer.vector(lengthBytes: 2) { data in putName("\(instance).\(service)", into: &data) }
    return writer.bytes
  }

  /// A multicast question for a service.
  static func serviceQuestion(_ service: String) -> [UInt8] {
    var writer = ByteWriter()
    for value in [0, 0, 1, 0, 0, 0] as [UInt16] { writer.put16(value) }
    putName(service, into: &writer)
    writer.put16(RecordType.ptr.rawValue)
    writer.put16(1)
    return writer.bytes
  }

  private static func message(
    id: UInt16,
    flags: UInt16,
    name: String,
    type: RecordType,
    answers: UInt16 = 0,
    authorities: UInt16 = 0
  ) -> [UInt8] {
    var writer = ByteWriter()
    for value in [id, flags, 1, answers, authorities, 0] { writer.put16(value) }
    putName(name, into: &writer)
    writer.put16(type.rawValue)
    writer.put16(1)
    return writer.bytes
  }

  private static func putName(_ name: String, into writer: inout ByteWriter) {
    for label in name.utf8.split(separator: UInt8(ascii: ".")) {
      writer.put8(UInt8(label.count))
      writer.put(label)
    }
    writer.put8(0)
  }

  /// The fixed part of an answer for the name of the question, which stands at offset 12.
  private static func putAnswerHead(
    _ type: RecordType,
    timeToLive: UInt32,
    into writer: inout ByteWriter
  ) {
    writer.put16(0xC00C)
    writer.put16(type.rawValue)
    writer.put16(1)
    writer.put32(timeToLive)
  }
}
