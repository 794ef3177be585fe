internal import Dissection

extension JSONWriter {
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

  /// The answers one by one, and their contents by type.
  private mutating func writeAnswers(of transaction: DNSTransaction) {
    guard !transaction.records.isEmpty else { return }
    beginArray("answers")
    for record in transaction.records {
      for value in EveRecordValue.values(of: record.data) {
        beginObject()
        field("rrname", record.name)
        field("rrtype", record.type.name)
        field("ttl", record.ttl)
        writeMember(value)
        endObject()
      }
    }
    endArray()
    beginObject("grouped")
    for type in EveRecordValue.groupedTypes {
      let records = transaction.records.filter { $0.type == type }
      let values = records.flatMap { EveRecordValue.values(of: $0.data) }.filter { $0 != .opaque }
      guard !values.isEmpty else { continue }
      beginArray(named: type.name)
      for value in values { writeElement(value) }
      endArray()
    }
    endObject()
  }

  private mutating func writeMember(_ value: EveRecordValue) {
    switch value {
    case .text(let text): field("rdata", text)
    case .service(let priority, let weight, let port, let name):
      beginObject("srv")
      writeService(priority, weight, port, name)
      endObject()
    case .authority(let authority):
      beginObject("soa")
      write(authority)
      endObject()
    case .opaque: break
    }
  }

  private mutating func writeElement(_ value: EveRecordValue) {
    switch value {
    case .text(let text): element(text)
    case .service(let priority, let weight, let port, let name):
      beginObject()
      writeService(priority, weight, port, name)
      endObject()
    case .authority(let authority):
      beginObject()
      write(authority)
      endObject()
    case .opaque: break
    }
  }

  private mutating func writeService(
    _ priority: UInt16,
    _ weight: UInt16,
    _ port: UInt16,
    _ name: String
  ) {
    field("priority", priority)
    field("weight", weight)
    field("port", port)
    field("name", name)
  }

  private mutating func write(_ authority: DNSStartOfAuthority) {
    field("mname", authority.primary)
    field("rname", authority.mailbox)
    field("serial", authority.serial)
    field("refresh", authority.refresh)
    field("retry", authority.retry)
    field("expire", authority.expire)
    field("minimum", authority.minimum)
  }
}
