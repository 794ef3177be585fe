internal import Dissection

extension JSONWriter {
  /// The types of records whose contents are one text.
  private static var groupedTypes: [DNSRecordType] {
    [.a, .aaaa, .cname, .mx, .ns, .ptr, .txt]
  }

  mutating func writeEveQuery(_ transaction: DNSTransaction) {
    beginObject("dns")
    field("version", UInt16(2))
    field("type", "query" as StaticString)
    field("id", transaction.id)
    writeQuestion(of: transaction)
    if transaction.queryFlags?.isReservedSet == true { field("z", true) }
    field("opcode", UInt64(transaction.opcode.rawValue))
    endObject()
  }

  mutating func writeEveAnswer(_ transaction: DNSTransaction) {
    guard let flags = transaction.responseFlags else { return }
    beginObject("dns")
    field("version", UInt16(2))
    field("type", "answer" as StaticString)
    field("id", transaction.id)
    field("flags", String(flags.rawValue, radix: 16))
    if flags.isResponse { field("qr", true) }
    if flags.isAuthoritative { field("aa", true) }
    if flags.isTruncated { field("tc", true) }
    if flags.isRecursionDesired { field("rd", true) }
    if flags.isRecursionAvailable { field("ra", true) }
    if flags.isReservedSet { field("z", true) }
    field("opcode", UInt64(transaction.opcode.rawValue))
    writeQuestion(of: transaction)
    field("rcode", flags.responseCode.name)
    writeAnswers(of: transaction)
    endObject()
  }

  private mutating func writeQuestion(of transaction: DNSTransaction) {
    guard let question = transaction.question else { return }
    field("rrname", question.name)
    field("rrtype", question.type.name)
  }

  /// The answers one by one, and those of common types together.
  private mutating func writeAnswers(of transaction: DNSTransaction) {
    guard !transaction.answers.isEmpty else { return }
    let answers = zip(transaction.answerOwners, zip(transaction.answers, transaction.timesToLive))
    beginArray("answers")
    for (owner, (text, ttl)) in answers {
      for value in Self.values(of: text, owner.type) {
        beginObject()
        field("rrname", owner.name)
        field("rrtype", owner.type.name)
        field("ttl", ttl)
        if let value { field("rdata", value) }
        endObject()
      }
    }
    endArray()
    beginObject("grouped")
    for type in Self.groupedTypes {
      let values = answers.filter { $0.0.type == type }
        .flatMap { Self.values(of: $0.1.0, type) }.compactMap { $0 }
      guard !values.isEmpty else { continue }
      beginArray(named: type.name)
      for value in values { element(value) }
      endArray()
    }
    endObject()
  }

  /// The contents of a record: each string of a TXT record by itself; `nil` where a type has no one
  /// text.
  private static func values(of text: String, _ type: DNSRecordType) -> [String?] {
    guard groupedTypes.contains(type) else { return [nil] }
    guard type == .txt else { return [text] }
    // `DNSRecord.text` writes "TXT", a length in bytes and as many bytes for each.
    var values: [String] = []
    var rest = Array(text.utf8)[...]
    while rest.starts(with: "TXT ".utf8) {
      rest = rest.dropFirst(4)
      let digits = rest.prefix { 0x30...0x39 ~= $0 }
      guard let length = Int(String(decoding: digits, as: UTF8.self)) else { break }
      rest = rest.dropFirst(digits.count + 1)
      values.append(String(decoding: rest.prefix(length), as: UTF8.self))
      rest = rest.dropFirst(length + 1)
    }
    return values.isEmpty ? [text] : values
  }
}
