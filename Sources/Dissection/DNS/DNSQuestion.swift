/// What is asked for (RFC 1035 §4.1.2).
package struct DNSQuestion: Hashable, Sendable {
  package var name: String
  package var type: DNSRecordType
  /// Without the top bit in mDNS.
  package var `class`: DNSClass
  /// QU: an mDNS reply to the sender alone is welcome (RFC 6762 §5.4).
  package var wantsUnicastResponse = false
}

extension DNSQuestion {
  init(_ reader: inout ByteReader, _ dialect: DNSDialect) throws(DissectionError) {
    name = try reader.readDNSName()
    type = DNSRecordType(rawValue: try reader.readUInt16())
    let rawClass = try reader.readUInt16()
    wantsUnicastResponse = dialect == .multicast && rawClass & 0x8000 != 0
    `class` = DNSClass(rawValue: wantsUnicastResponse ? rawClass & 0x7fff : rawClass)
  }
}
