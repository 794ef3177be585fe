/// A resource record (RFC 1035 §4.1.3).
package struct DNSRecord: Equatable, Sendable {
  package var name: String
  package var type: DNSRecordType
  /// Without the top bit in mDNS; the payload size of an OPT record.
  package var `class`: DNSClass
  /// mDNS: what else is known of the name and type is outdated (RFC 6762 §10.2).
  package var flushesCache = false
  /// Seconds; not a time in an OPT record.
  package var ttl: UInt32
  /// Bytes of the contents.
  package var length: UInt16
  package var data: DNSRecordData
}

extension DNSRecord {
  /// Reads a record; contents that are not as their type says are marked and stepped over.
  ///
  /// `question` is the name with which the message begins.
  init(
    _ reader: inout ByteReader,
    question: String?,
    _ dialect: DNSDialect
  ) throws(DissectionError) {
    name = try reader.readDNSName(question: question)
    type = DNSRecordType(rawValue: try reader.readUInt16())
    let rawClass = try reader.readUInt16()
    let hasFlushBit = dialect == .multicast && type != .opt && rawClass & 0x8000 != 0
    `class` = DNSClass(rawValue: hasFlushBit ? rawClass & 0x7fff : rawClass)
    flushesCache = hasFlushBit
    ttl = try reader.readUInt32()
    length = try reader.readUInt16()
    let start = reader.offset
    guard Int(length) <= reader.remaining else {
      data = .malformed(Int(length))
      try reader.skip(reader.remaining)
      return
    }
    // A deletion or prerequisite of an update has no contents (RFC 2136 §2.4, §2.5).
    if length == 0, type != .opt {
      data = .opaque(0)
      return
    }
    do throws(DissectionError) {
      data = try DNSRecordData(type, class: rawClass, ttl: ttl, length: Int(length), &reader)
    } catch {
      data = .malformed(Int(length))
    }
    try reader.seek(to: start + Int(length))
  }
}
