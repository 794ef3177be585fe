import SampleCaptures
import Testing

struct FaultScenarioTests {
  /// A scenario's capture, made anew for each test that needs it.
  static func walk(_ scenario: FaultScenario, seed: UInt64 = 1) -> CaptureWalk {
    CaptureWalk(Simulation(scenario.workload(seed: seed), seed: seed))
  }

  @Test
  func namesAreUniqueAndFound() {
    let names = FaultScenario.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(FaultScenario.named(name)?.name == name) }
    #expect(FaultScenario.named("no-such-scenario") == nil)
  }

  @Test
  func everyFindingHasAScenarioAndSomeScenariosAreHealthy() {
    let expected = Set(FaultScenario.all.compactMap(\.expectedFinding))
    #expect(expected == Set(ExpectedFinding.allCases))
    #expect(FaultScenario.all.count { $0.expectedFinding == nil } == 6)
  }

  @Test(arguments: ExpectedFinding.allCases)
  func idsAreKebabCase(finding: ExpectedFinding) {
    let letters = Set("abcdefghijklmnopqrstuvwxyz-")
    #expect(finding.rawValue.allSatisfy { letters.contains($0) })
  }

  @Test(arguments: FaultScenario.all.map(\.name))
  func sameSeedGivesSameBytesAnotherSeedOthers(name: String) throws {
    let scenario = try #require(FaultScenario.named(name))
    let first = Self.walk(scenario, seed: 4)
    #expect(Self.walk(scenario, seed: 4).bytes == first.bytes)
    #expect(Self.walk(scenario, seed: 5).bytes != first.bytes)
  }

  @Test(arguments: FaultScenario.all.map(\.name))
  func isSmallInOrderAndCounted(name: String) throws {
    let walk = Self.walk(try #require(FaultScenario.named(name)))
    #expect(walk.bytes.count < 15_000_000)
    #expect(walk.records.count == walk.truth.packets)
    let times = walk.records.map(\.time)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
  }
}
