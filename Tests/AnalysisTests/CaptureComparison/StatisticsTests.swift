import Testing

@testable import Analysis

/// The statistical tests, against values computed independently.
struct StatisticsTests {
  private static func samples(_ values: [Int64]) -> SampleHistogram {
    var samples = SampleHistogram()
    for value in values { samples.add(value) }
    return samples
  }

  private static func share(_ clusters: [(events: UInt64, tries: UInt64)]) -> ClusteredShare {
    var share = ClusteredShare()
    for cluster in clusters { share.add(events: cluster.events, of: cluster.tries) }
    return share
  }

  @Test func ranksTellSetsApart() throws {
    let test = try #require(
      RankTest(Self.samples(Array(1...10)), Self.samples(Array(11...20)))
    )
    #expect(abs(test.probability - 0.000_182_671_8) < 1e-9)
    #expect(test.superiority == 1)
  }

  @Test func tiesCountHalf() throws {
    let test = try #require(
      RankTest(Self.samples([1, 2, 2, 3, 5, 8, 9]), Self.samples([2, 4, 5, 6, 6, 9, 10, 12]))
    )
    #expect(abs(test.probability - 0.145_469_825) < 1e-8)
    #expect(abs(test.superiority - 0.732_142_857) < 1e-8)
  }

  @Test func equalSamplesAreNoDifference() throws {
    let same = Self.samples([Int64](repeating: 7, count: 30))
    #expect(try #require(RankTest(same, same)).probability == 1)
    #expect(try #require(TailTest(same, same)).probability == 1)
    #expect(RankTest(same, SampleHistogram()) == nil)
  }

  @Test func sharesDifferByTheirStandardError() throws {
    func test(_ a: UInt64, _ m: UInt64, _ b: UInt64, _ n: UInt64) throws -> Double {
      let before = ClusteredShare(independent: a, of: m)
      return try #require(ShareTest(before, ClusteredShare(independent: b, of: n))).probability
    }
    #expect(abs(try test(2, 50, 12, 40) - 0.002_494_594_5) < 1e-9)
    #expect(abs(try test(0, 30, 5, 30) - 0.061_706_690_0) < 1e-9)
    #expect(try test(0, 30, 0, 30) == 1)
    #expect(try test(30, 30, 30, 30) == 1)
  }

  @Test func clustersWidenTheError() throws {
    let share = Self.share([(1, 10), (0, 10), (4, 20), (0, 10)])
    #expect(share.share == 0.1)
    #expect(abs(share.variance - 0.0032) < 1e-12)
    // The same losses, all in one connection of ten: a burst rather than a rate.
    let none = Self.share([(UInt64, UInt64)](repeating: (0, 100), count: 10))
    let burst = Self.share([(30, 100)] + [(UInt64, UInt64)](repeating: (0, 100), count: 9))
    let even = Self.share([(UInt64, UInt64)](repeating: (3, 100), count: 10))
    #expect(try #require(ShareTest(none, burst)).probability > 0.1)
    #expect(try #require(ShareTest(none, even)).probability < 1e-6)
  }

  @Test func moreEventsThanTriesCannotBe() {
    #expect(Self.share([(9, 4)]).share == 1)
    #expect(Self.share([(3, 0)]).share == nil)
  }

  @Test func aSlowTailIsSeenWithASteadyMedian() throws {
    let steady = Self.samples((0..<100).map { 20 + $0 % 10 })
    let tailed = Self.samples((0..<100).map { $0 % 7 == 0 ? 900 + $0 : 20 + $0 % 10 })
    #expect(try #require(TailTest(steady, tailed)).probability < 0.001)
    #expect(try #require(RankTest(steady, tailed)).probability > 0.01)
  }

  @Test(
    arguments: [
      ([0.001, 0.2, 0.003, 0.9], 0.003), ([0.02, 0.5], nil), ([], nil), ([0.009, 0.01], 0.01),
    ] as [([Double], Double?)]
  )
  func falseDiscoveriesAreBounded(probabilities: [Double], threshold: Double?) {
    #expect(FalseDiscovery.threshold(of: probabilities, rate: 0.01) == threshold)
  }
}
