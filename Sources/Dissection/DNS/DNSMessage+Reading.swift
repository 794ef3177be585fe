extension DNSMessage {
  /// Reads a message of DNS.
  package init(parsing bytes: RawSpan) throws(DissectionError) {
    try self.init(parsing: bytes, as: .unicast)
  }

  /// Reads a message of one of the protocols that share the format.
  package init(parsing bytes: RawSpan, as dialect: DNSDialect) throws(DissectionError) {
    var reader = ByteReader(bytes)
    id = try reader.readUInt16()
    flags = DNSFlags(rawValue: try reader.readUInt16())
    counts = Counts(
      questions: try reader.readUInt16(),
      answers: try reader.readUInt16(),
      authorities: try reader.readUInt16(),
      additionals: try reader.readUInt16()
    )
    do throws(DissectionError) {
      try readSections(&reader, dialect)
    } catch {
      damage = error
    }
  }

  private mutating func readSections(
    _ reader: inout ByteReader,
    _ dialect: DNSDialect
  ) throws(DissectionError) {
    for index in 0..<Int(counts.questions) {
      guard index < Self.maximumEntries else { throw .tooLarge }
      questions.append(try DNSQuestion(&reader, dialect))
    }
    var room = Self.maximumEntries - questions.count
    try Self.readRecords(counts.answers, into: &answers, &room, &reader, dialect)
    try Self.readRecords(counts.authorities, into: &authorities, &room, &reader, dialect)
    try Self.readRecords(counts.additionals, into: &additionals, &room, &reader, dialect)
  }

  private static func readRecords(
    _ count: UInt16,
    into records: inout [DNSRecord],
    _ room: inout Int,
    _ reader: inout ByteReader,
    _ dialect: DNSDialect
  ) throws(DissectionError) {
    for _ in 0..<Int(count) {
      guard room > 0 else { throw .tooLarge }
      records.append(try DNSRecord(&reader, dialect))
      room -= 1
    }
  }
}
