import Dissection
import TestSupport
import Testing

/// Every NTP message of the corpus against tshark 4.0.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct NTPOracleTests {
  private static let captures: Set = ["ndpi__1kxun.pcap", "wireshark__many_interfaces.pcapng.1"]

  private static let comparison = FieldComparison<NTPMessage>(fields: [
    .init("ntp.flags.li") { ["\($0.leap)"] },
    .init("ntp.flags.vn") { ["\($0.version)"] },
    .init("ntp.flags.mode") { ["\($0.mode.rawValue)"] },
    .init("ntp.stratum") { $0.time.map { ["\($0.stratum)"] } ?? [] },
    .init("ntp.ppoll") { $0.time.map { ["\($0.poll)"] } ?? [] },
    // tshark prints the exponent without its sign.
    .init("ntp.precision") { $0.time.map { ["\(UInt8(bitPattern: $0.precision))"] } ?? [] },
    .init("ntp.refid") { message in
      message.time.map { [String(hexadecimal($0.referenceID).dropFirst(2))] } ?? []
    },
  ])

  @Test(
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: Corpus.captures.filter { captures.contains($0.name) }
  )
  func fieldsAreThoseOfTshark(capture: CorpusCapture) throws {
    let messages = try CapturedMessages.read(capture.path, ports: [123]) {
      try NTPMessage(parsing: $0.span.bytes)
    }
    #expect(!messages.isEmpty)
    let differences = try Self.comparison.differences(capture.path, messages)
    expectNone(differences, besides: [], in: capture)
  }
}
