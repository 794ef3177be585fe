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
      let next = try DNSQuestion(&reader, dialect)
      if index == 0 { question = next } else { furtherQuestions.append(next) }
    }
    var room = Self.maximumEntries - Int(counts.questions)
    let name = question?.name
    try Self.readRecords(counts.answers, of: name, into: &answers, &room, &reader, dialect)
    try Self.readRecords(counts.authorities, of: name, into: &authorities, &room, &reader, dialect)
    try Self.readRecords(counts.additionals, of: name, into: &additionals, &room, &reader, dialect)
  }

  private static func readRecords(
    _ count: UInt16,
    of name: String?,
    into records: inout [DNSRecord],
    _ room: inout Int,
    _ reader: inout ByteReader,
    _ dialect: DNSDialect
  ) throws(DissectionError) {
    for _ in 0..<Int(count) {
      guard room > 0 else { throw .tooLarge }
      records.append(try DNSRecord(&reader, question: name, dialect))
      room -= 1
    }
  }
}
