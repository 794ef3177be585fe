internal import Dissection

/// A line of `dns.log` (Zeek's `base/protocols/dns/main.zeek`).
struct DNSLogRow: ZeekRow {
  static let log = ZeekLogName.dns

  let connection: ZeekConnectionID
  let transaction: DNSTransaction

  var time: Int64 { (transaction.query ?? transaction.response)?.time ?? 0 }

  /// Zeek looks at the head of a response only when it has answers.
  private var hasAnswers: Bool { !transaction.records.isEmpty }

  /// Names in small letters, other contents as they are.
  private var answers: [String] {
    transaction.records.map { record in
      switch record.type {
      case .ns, .cname, .ptr, .dname, .mx, .srv, .soa: ZeekText.lowercased(record.text)
      default: record.text
      }
    }
  }

  func write(to log: inout ZeekLogWriter) {
    // Of a response that answers nothing seen, Zeek takes the name of its first record alone.
    let question = transaction.isUnsolicited ? nil : transaction.question
    let name = question?.name ?? transaction.records.first?.name
    let response = transaction.responseFlags
    let questionClass = question.map { $0.class.rawValue | ($0.wantsUnicastResponse ? 0x8000 : 0) }
    log.time("ts", time)
    log.connection(connection)
    log.string("proto", transaction.transport == .tcp ? "tcp" : "udp", type: "enum")
    log.count("trans_id", UInt64(transaction.id))
    log.interval("rtt", hasAnswers ? transaction.totalTime.flatMap { $0 > 0 ? $0 : nil } : nil)
    log.string("query", name.map(ZeekText.lowercased))
    log.count("qclass", questionClass.map(UInt64.init))
    log.string("qclass_name", questionClass.map(ZeekDNSNames.name(ofClass:)))
    log.count("qtype", (question?.type.rawValue).map(UInt64.init))
    log.string("qtype_name", (question?.type).map(ZeekDNSNames.name(of:)))
    log.count("rcode", (response?.responseCode.rawValue).map(UInt64.init))
    log.string("rcode_name", (response?.responseCode).map(ZeekDNSNames.name(of:)))
    log.bool("AA", hasAnswers && response?.isAuthoritative ?? false)
    log.bool("TC", transaction.queryFlags?.isTruncated ?? false)
    log.bool("RD", transaction.queryFlags?.isRecursionDesired ?? false)
    log.bool("RA", hasAnswers && response?.isRecursionAvailable ?? false)
    log.count("Z", UInt64((transaction.queryFlags?.rawValue ?? 0) >> 4 & 7))
    log.list("answers", hasAnswers ? answers : nil, type: "vector[string]")
    log.intervals(
      "TTLs",
      hasAnswers ? transaction.records.map { Int64($0.ttl) * 1_000_000_000 } : nil
    )
    log.bool("rejected", response != nil && transaction.responseRecords == 0)
    log.count("opcode", UInt64(transaction.opcode.rawValue))
    log.string("opcode_name", ZeekDNSNames.name(of: transaction.opcode))
  }
}
