import Dissection
import Packets

extension FieldComparison<DNSCapture.Entry> {
  /// The fields of a DNS message, named as tshark does.
  static let dns = FieldComparison(fields: header + sections + contents + transactions)

  private static let header: [Field] = [
    Field("dns.id") { [hexadecimal($0.message.id)] },
    Field("dns.flags") { [hexadecimal($0.message.flags.rawValue)] },
    Field("dns.flags.response") { [flag($0.message.flags.isResponse)] },
    Field("dns.flags.opcode") { ["\($0.message.flags.opcode.rawValue)"] },
    Field("dns.flags.truncated") { [flag($0.message.flags.isTruncated)] },
    Field("dns.flags.rcode") {
      $0.message.flags.isResponse ? ["\($0.message.flags.responseCode.rawValue)"] : []
    },
    Field("dns.count.queries") { ["\($0.message.counts.questions)"] },
    Field("dns.count.answers") { ["\($0.message.counts.answers)"] },
    Field("dns.count.auth_rr") { ["\($0.message.counts.authorities)"] },
    Field("dns.count.add_rr") { ["\($0.message.counts.additionals)"] },
  ]

  private static let sections: [Field] = [
    Field("dns.qry.name") { $0.message.questions.map { named($0.name) } },
    Field("dns.qry.type") { $0.message.questions.map { "\($0.type.rawValue)" } },
    Field("dns.qry.class") { $0.message.questions.map { hexadecimal($0.class.rawValue) } },
    Field("dns.qry.qu") { entry in
      guard entry.dialect == .multicast else { return [] }
      return entry.message.questions.map { flag($0.wantsUnicastResponse) }
    },
    // tshark takes the names of SRV records apart, into other fields.
    records("dns.resp.name") { $0.type == .srv ? nil : named($0.name) },
    records("dns.resp.type") { "\($0.type.rawValue)" },
    records("dns.resp.class") { $0.type == .opt ? nil : hexadecimal($0.class.rawValue) },
    Field("dns.resp.cache_flush") { entry in
      guard entry.dialect == .multicast else { return [] }
      return entry.message.records.map { flag($0.flushesCache) }
    },
    records("dns.resp.ttl") { $0.type == .opt ? nil : "\($0.ttl)" },
    records("dns.resp.len") { "\($0.length)" },
    option("dns.rr.udp_payload_size") { hexadecimal($0.payloadSize) },
    option("dns.resp.ext_rcode") { hexadecimal($0.extendedResponseCode) },
    option("dns.resp.edns0_version") { "\($0.version)" },
    option("dns.resp.z.do") { flag($0.isDNSSECWanted) },
  ]

  private static let contents: [Field] = [
    records("dns.a") { if case .a(let address) = $0.data { "\(address)" } else { nil } },
    records("dns.aaaa") { if case .aaaa(let address) = $0.data { "\(address)" } else { nil } },
    name("dns.cname", .cname),
    name("dns.ns", .ns),
    name("dns.ptr.domain_name", .ptr),
    records("dns.mx.mail_exchange") { if case .mx(_, let name) = $0.data { name } else { nil } },
    records("dns.mx.preference") {
      if case .mx(let preference, _) = $0.data { "\(preference)" } else { nil }
    },
    records("dns.txt") {
      if case .text(let strings) = $0.data { strings.joined(separator: ";") } else { nil }
    },
    records("dns.srv.target") {
      if case .srv(_, _, _, let target) = $0.data { target } else { nil }
    },
    records("dns.srv.port") {
      if case .srv(_, _, let port, _) = $0.data { "\(port)" } else { nil }
    },
    authority("dns.soa.mname") { named($0.primary) },
    authority("dns.soa.rname") { named($0.mailbox) },
    authority("dns.soa.serial_number") { "\($0.serial)" },
    authority("dns.soa.minimum_ttl") { "\($0.minimum)" },
  ]

  private static let transactions: [Field] = [
    Field("dns.response_to") {
      if case .response(let first, _) = $0.match { ["\(first.frame)"] } else { [] }
    },
    Field("dns.time") { entry in
      guard case .response(let first, _) = entry.match else { return [] }
      return [seconds(entry.moment.nanoseconds(since: first))]
    },
    Field("dns.retransmission") {
      switch $0.match {
      case .repeatedQuery, .repeatedResponse: ["1"]
      case .query, .response, .unsolicited: []
      }
    },
    Field("dns.unsolicited") { $0.match == .unsolicited ? ["1"] : [] },
  ]

  private static func named(_ name: String) -> String { name.isEmpty ? "<Root>" : name }

  private static func records(
    _ field: String,
    _ value: @escaping @Sendable (DNSRecord) -> String?
  ) -> Field {
    Field(field) { $0.message.records.compactMap(value) }
  }

  private static func option(
    _ field: String,
    _ value: @escaping @Sendable (EDNS) -> String
  ) -> Field {
    Field(field) { $0.message.edns.map { [value($0)] } ?? [] }
  }

  private static func name(_ field: String, _ type: DNSRecordType) -> Field {
    records(field) {
      if $0.type == type, case .name(let name) = $0.data { named(name) } else { nil }
    }
  }

  private static func authority(
    _ field: String,
    _ value: @escaping @Sendable (DNSStartOfAuthority) -> String
  ) -> Field {
    records(field) { if case .soa(let authority) = $0.data { value(authority) } else { nil } }
  }
}
