import TestSupport
import Testing

@testable import Analysis

/// What the whole pipeline says of every transaction of DNS, HTTP and TLS in the corpus, compared
/// with tshark: names, types, codes, methods, hosts, statuses, fingerprints, which response belongs to
/// which request, and the time between them.
@Suite(
  .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
  .enabled(if: Tshark.isPresent, "\(Tshark.absence)")
)
struct TransactionFieldTests {
  @Test(arguments: Corpus.captures.filter(\.isReadable))
  func transactionsEqualTsharks(_ capture: CorpusCapture) throws {
    let theirs = try TransactionFields(of: capture.path, by: #require(Tshark()))
    let ours = TransactionFields(try CapturedAnalysis(of: capture.path).transactions)
    let differences = ours.differences(from: theirs)
    let known = TransactionDifference.all.filter { $0.capture == capture.name }
    for difference in differences where !known.contains(where: { $0.covers(difference) }) {
      Issue.record(
        "\(difference): tshark \(theirs.values[difference] ?? [:]), Apus \(ours.values[difference] ?? [:])"
      )
    }
    for exception in known {
      #expect(differences.contains(where: exception.covers), "no longer: \(exception.reason)")
    }
  }

  @Test func theCorpusHasTransactions() throws {
    let counts = try Corpus.captures.filter(\.isReadable).map {
      TransactionFields(try CapturedAnalysis(of: $0.path).transactions).values.count
    }
    #expect(counts.reduce(0, +) > 2_000)
  }
}
