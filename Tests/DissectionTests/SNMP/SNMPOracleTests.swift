import Dissection
import TestSupport
import Testing

/// Every SNMP message of the corpus against tshark 4.0.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct SNMPOracleTests {
  private static let comparison = FieldComparison<SNMPMessage>(fields: [
    .init("snmp.version") { $0.version == .v3 ? [] : ["\($0.version.rawValue)"] },
    .init("snmp.msgVersion") { $0.version == .v3 ? ["3"] : [] },
    .init("snmp.community") { message in
      message.community.map { [String(decoding: $0.secret, as: UTF8.self)] } ?? []
    },
    .init("snmp.msgID") { $0.security.map { ["\($0.messageID)"] } ?? [] },
    .init("snmp.msgUserName") { $0.security?.userName.map { [$0] } ?? [] },
    .init("snmp.data") { $0.unit.map { ["\($0.kind.rawValue)"] } ?? [] },
    .init("snmp.request_id") { message in
      guard let unit = message.unit, unit.kind != .trap else { return [] }
      return ["\(unit.requestID)"]
    },
    .init("snmp.error_status") { $0.unit?.errorStatus.map { ["\($0)"] } ?? [] },
    .init("snmp.enterprise") { $0.unit?.enterprise.map { [$0] } ?? [] },
    .init("snmp.generic_trap") { $0.unit?.genericTrap.map { ["\($0)"] } ?? [] },
    .init("snmp.name") { $0.unit?.objects ?? [] },
  ])

  @Test(
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: Corpus.captures.filter { $0.name == "ndpi__snmp.pcap" }
  )
  func fieldsAreThoseOfTshark(capture: CorpusCapture) throws {
    let messages = try CapturedMessages.read(capture.path, ports: [161, 162]) {
      try SNMPMessage(parsing: $0.span.bytes)
    }
    #expect(!messages.isEmpty)
    let differences = try Self.comparison.differences(capture.path, messages)
    expectNone(differences, besides: [], in: capture)
  }
}
