import Dissection
import TestSupport
import Testing

/// TLS on every capture of the corpus, field by field as tshark shows it.
@Suite(
  .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
  .enabled(if: Tshark.isPresent, "\(Tshark.absence)")
)
struct TLSOracleTests {
  /// Captures that neither side reads.
  private static let refused: Set = [
    "libpcap__pcapng-invalid-vers-1.pcapng", "libpcap__pcap-invalid-version-1.pcap",
  ]

  @Test(arguments: Corpus.captures.filter { !refused.contains($0.name) })
  func fieldsEqualTsharks(capture: CorpusCapture) throws {
    let run = try TLSOracleRun(capture.path, tshark: try #require(Tshark()))
    let excepted = TLSOracleException.all.filter { $0.file == capture.name }.reduce(into: Set()) {
      $0.formUnion($1.fields)
    }
    let differences = run.differences
    #expect(differences.filter { !excepted.contains($0.field) }.map(\.description) == [])
    #expect(excepted.subtracting(differences.map(\.field)).isEmpty, "an exception too many")
  }
}
