import SampleCaptures
import TestSupport
import Testing

/// Wireshark's view of the scenarios: sound packets, and the fault where it was put.
@Suite(.enabled(if: Tool.isPresent("tshark"), "needs tshark"))
struct FaultTraceTests {
  private static let checking = [
    "-n", "-o", "ip.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE",
    "-o", "udp.check_checksum:TRUE",
  ]

  /// Not what tshark says of its own reassembly, which trips over repeats in other pieces.
  private static let unsound = """
    ip.checksum.status == 0 || tcp.checksum.status == 0 || udp.checksum.status == 0 || \
    _ws.expert.group == malformed && !(_ws.expert.message contains "overlaps old data")
    """

  private func frames(_ name: String, where filter: String) throws -> Int {
    let scenario = try #require(FaultScenario.named(name))
    let tshark = try #require(Tool("tshark"))
    let directory = try TemporaryDirectory()
    let path = try directory.write(FaultScenarioTests.walk(scenario).bytes, to: "fault.pcap")
    let selection = ["-r", path, "-Y", filter, "-T", "fields", "-e", "frame.number"]
    let result = try tshark.run(Self.checking + selection)
    try #require(result.status == 0, "\(result.errorText)")
    return result.lines.count
  }

  @Test(arguments: FaultScenario.all.map(\.name))
  func packetsAreSound(name: String) throws {
    #expect(try frames(name, where: Self.unsound) == 0)
  }

  @Test(arguments: FaultTrace.all)
  func faultIsThereInTheExtentGiven(trace: FaultTrace) throws {
    let count = try frames(trace.scenario, where: trace.filter)
    #expect(trace.frames.contains(count))
  }

  @Test(arguments: FaultScenario.all.filter { $0.expectedFinding == nil }.map(\.name))
  func healthyTrafficHasNoTrouble(name: String) throws {
    #expect(try frames(name, where: FaultTrace.trouble) == 0)
  }

  @Test
  func everyFaultHasATrace() {
    let faulty = FaultScenario.all.filter { $0.expectedFinding != nil }.map(\.name)
    #expect(Set(faulty).isSubset(of: Set(FaultTrace.all.map(\.scenario))))
  }
}
