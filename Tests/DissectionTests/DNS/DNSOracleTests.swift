import Dissection
import Packets
import TestSupport
import Testing

/// Every DNS message of the corpus against tshark 4.0.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct DNSOracleTests {
  private static let captures = Corpus.captures.filter { $0.packets > 0 }

  @Test(.enabled(if: Tshark.isPresent, "\(Tshark.absence)"), arguments: captures)
  func fieldsAreThoseOfTshark(capture: CorpusCapture) throws {
    let messages = try DNSCapture(capture.path).messages
    let differences = try FieldComparison.dns.differences(capture.path, messages)
    expectNone(differences, besides: DNSException.all, in: capture)
  }

  @Test func theCorpusHasDNS() throws {
    let counts = try Self.captures.map { try DNSCapture($0.path).messages.count }
    #expect(counts.reduce(0, +) > 300)
  }
}
