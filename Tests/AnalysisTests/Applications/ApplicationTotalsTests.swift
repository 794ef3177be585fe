import Dissection
import Flows
import Packets
import TestSupport
import Testing

@testable import Analysis
@testable import Dissection

/// Transactions folded into totals.
struct ApplicationTotalsTests {
  private static func transaction(
    _ name: String,
    _ code: DNSResponseCode?,
    milliseconds: Int64 = 5,
    carrier: DNSTransport = .udp,
    tries: Int = 1
  ) -> ApplicationTransaction {
    let packet = Frame.packet(
      .udp,
      from: "10.0.0.1",
      40_000,
      to: "10.0.0.53",
      53,
      frame: 1,
      seconds: 0,
      path: 0
    )
    let query = Moment(frame: 1, time: 0)
    let dns = DNSTransaction(
      transport: carrier,
      asker: .client,
      id: 1,
      question: DNSQuestion(name: name, type: .a, class: .internet),
      opcode: .query,
      query: query,
      lastQuery: query,
      tries: tries,
      response: code.map { _ in Moment(frame: 2, time: milliseconds * 1_000_000) },
      responseCode: code
    )
    return ApplicationTransaction(
      flow: FlowIdentity(packet, FlowPlacement()),
      content: .dns(Shared(dns))
    )
  }

  private static let lookups = [
    transaction("www.example", .noError), transaction("WWW.example", .noError, milliseconds: 50),
    transaction("missing.example", .nonExistentDomain), transaction("www.example", nil, tries: 3),
    transaction("broken.example", .serverFailure),
    transaction("printer.local", nil, carrier: .multicast),
  ]

  private static func totals(_ transactions: some Sequence<ApplicationTransaction>)
    -> ApplicationTotals
  {
    var totals = ApplicationTotals()
    for transaction in transactions { totals.add(transaction) }
    return totals
  }

  @Test func lookupsAreCountedByWhatCameOfThem() {
    let dns = Self.totals(Self.lookups).dns
    #expect(dns.queries == 5)
    #expect(dns.repeats == 2)
    #expect(dns.answered == 4)
    #expect(dns.unanswered == 1)
    #expect(dns.multicast == 1)
    #expect(dns.codes == [.noError: 2, .nonExistentDomain: 1, .serverFailure: 1])
    #expect(dns.times.count == 4)
    #expect(dns.times.maximum == 50_000_000)
  }

  @Test func namesAreTheSameInAnyCase() throws {
    let names = Self.totals(Self.lookups).dns.names.heaviest(9)
    let first = try #require(names.first)
    #expect(first.key == "www.example")
    #expect(first.tally.queries == 3)
    #expect(first.tally.unanswered == 1)
    #expect(names.map(\.tally.nonexistent).reduce(0, +) == 1)
    #expect(names.map(\.tally.failures).reduce(0, +) == 1)
  }

  @Test func mergedTotalsAreThoseOfTheWhole() {
    var left = Self.totals(Self.lookups.prefix(2))
    left.merge(Self.totals(Self.lookups.dropFirst(2)))
    let whole = Self.totals(Self.lookups)
    #expect(left.counts == whole.counts)
    #expect(left.dns.codes == whole.dns.codes)
    #expect(left.dns.times == whole.dns.times)
    #expect(
      left.dns.names.heaviest(9).map { "\($0.key) \($0.weight)" }
        == whole.dns.names.heaviest(9).map { "\($0.key) \($0.weight)" }
    )
  }

  @Test func namesWithoutEndStayBounded() {
    var totals = ApplicationTotals()
    for number in 0..<5_000 { totals.add(Self.transaction("\(number).example", .noError)) }
    #expect(totals.dns.queries == 5_000)
    #expect(totals.dns.names.count <= 2 * ApplicationTotals.limit)
    totals.add(Self.transaction(String(repeating: "a", count: 9_000), .noError))
    #expect(
      totals.dns.names.heaviest(5_000).allSatisfy { $0.key.count <= ApplicationTotals.keyLength }
    )
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: [1, 2])
  func theSummaryHasWhatTheTransactionsCameTo(threads: Int) throws {
    let analysis = try CapturedAnalysis(
      of: Corpus.path(for: "chrissanders__http_espn.pcapng"),
      threads: threads
    )
    let totals = try #require(analysis.outcome.summary.applications)
    let expected = Self.totals(analysis.transactions)
    #expect(totals.counts == expected.counts)
    #expect(totals.http.requests == expected.http.requests)
    #expect(totals.http.requests > 50)
    let series = analysis.outcome.summary.series
    let lookups = series.nameLookups.bins.map { UInt64($0.count) }.reduce(0, +)
    #expect(lookups == totals.dns.answered)
    #expect(lookups > 10)
  }
}
