import Packets
import SampleCaptures
import Testing

@testable import Analysis

/// Generated captures of one service of which one thing was changed.
struct CaptureComparisonTests {
  private static func compare(
    seed: UInt64 = 2,
    _ change: (inout ServiceConditions) -> Void
  ) throws -> CaptureComparison {
    var after = ServiceConditions()
    change(&after)
    return CaptureComparison(
      before: try GeneratedProfile(ServiceConditions(), seed: 1).profile,
      after: try GeneratedProfile(after, seed: seed).profile
    )
  }

  /// Measures with a verdict, as "port name".
  private static func names(
    _ verdict: ChangeVerdict,
    _ comparison: CaptureComparison
  ) -> Set<String> {
    var names: Set<String> = []
    for service in comparison.services {
      for change in service.changes where change.verdict == verdict {
        names.insert("\(service.service.port) \(change.name)")
      }
    }
    return names
  }

  @Test(arguments: 2...13 as ClosedRange<UInt64>)
  func anotherSeedChangesNothing(seed: UInt64) throws {
    let comparison = try Self.compare(seed: seed) { _ in }
    #expect(Self.names(.worse, comparison) == [])
    #expect(Self.names(.better, comparison) == [])
    #expect(!comparison.isRegression)
    #expect(comparison.services.count == 2)
    #expect(comparison.services.allSatisfy { $0.verdict == .unchanged })
  }

  @Test func aSlowerServerIsFoundAndNothingElse() throws {
    let comparison = try Self.compare { $0.serverTime = 24...36 }
    #expect(
      Self.names(.worse, comparison) == ["80 server_think", "80 http_time_to_first_byte"]
    )
    #expect(Self.names(.better, comparison) == [])
    #expect(comparison.isRegression)
    let first = try #require(comparison.services.first)
    #expect(first.service.port == 80)
    #expect(try #require(first.changes.first).name == "server_think")
  }

  @Test func afterAndBeforeSwappedIsBetter() throws {
    let usual = try GeneratedProfile(ServiceConditions(), seed: 1).profile
    var slow = ServiceConditions()
    slow.serverTime = 24...36
    let comparison = CaptureComparison(
      before: try GeneratedProfile(slow, seed: 2).profile,
      after: usual
    )
    #expect(
      Self.names(.better, comparison) == ["80 server_think", "80 http_time_to_first_byte"]
    )
    #expect(!comparison.isRegression)
  }

  @Test func lossIsFound() throws {
    let comparison = try Self.compare { $0.loss = 0.02 }
    let worse = Self.names(.worse, comparison)
    #expect(worse.contains("80 retransmissions"))
    #expect(worse.subtracting(["80 throughput"]) == ["80 retransmissions"])
    #expect(Self.names(.better, comparison) == [])
  }

  @Test func aLongerPathIsFound() throws {
    let comparison = try Self.compare { $0.pathTime = 27_000...31_000 }
    let worse = Self.names(.worse, comparison)
    #expect(worse.contains("80 handshake_rtt"))
    #expect(!worse.contains("80 server_think"))
    #expect(worse.allSatisfy { $0.hasPrefix("80 ") })
  }

  @Test func aSlowerResolverIsFound() throws {
    let comparison = try Self.compare { $0.resolverTime = 60...90 }
    #expect(Self.names(.worse, comparison) == ["53 dns_time"])
  }

  @Test func failuresAreFound() throws {
    let comparison = try Self.compare { $0.failures = 0.3 }
    #expect(Self.names(.worse, comparison).contains("80 http_server_errors"))
    let refused = try Self.compare { $0.refusals = 0.4 }
    #expect(Self.names(.worse, refused).contains("80 refused_connections"))
  }

  @Test func fewSamplesAreTooFew() throws {
    let comparison = try Self.compare {
      $0.connections = 4
      $0.serverTime = 200...300
    }
    let verdicts = Dictionary(
      uniqueKeysWithValues: try #require(comparison.services.first { $0.service.port == 80 })
        .changes.map { ($0.name, $0.verdict) }
    )
    #expect(verdicts["server_think"] == .tooFew)
    #expect(verdicts["refused_connections"] == .tooFew)
  }

  @Test func aServiceThatMovedIsGoneAndNew() throws {
    let comparison = try Self.compare { $0.isMoved = true }
    #expect(comparison.services.map(\.presence) == [.both, .onlyBefore, .onlyAfter])
    #expect(comparison.hosts.map(\.presence) == [.onlyBefore, .onlyAfter])
    #expect(comparison.commonHosts == 7)
  }

  @Test func nothingIsComparedWithNothing() {
    let comparison = CaptureComparison(before: CaptureProfile(), after: CaptureProfile())
    #expect(comparison.services.isEmpty)
    #expect(comparison.hosts.isEmpty)
    #expect(!comparison.isRegression)
  }
}
