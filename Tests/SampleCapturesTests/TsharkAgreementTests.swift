import SampleCaptures
import TestSupport
import Testing

/// Wireshark's view of generated captures: what it counts, and that it has nothing to object to.
@Suite(.enabled(if: Tool.isPresent("tshark"), "needs tshark"))
struct TsharkAgreementTests {
  private static let checking = [
    "-n", "-o", "ip.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE",
    "-o", "udp.check_checksum:TRUE",
  ]

  private static func walk(_ name: String) -> CaptureWalk {
    switch name {
    case "sample": CaptureWalk(Simulation(SampleWorkload(), seed: 1))
    case "flows": CaptureWalk(Simulation(ShortFlowWorkload(count: 300), seed: 2))
    default: CaptureWalk(Simulation(BenchWorkload(), seed: 3, byteLimit: 6_000_000))
    }
  }

  private func frames(_ walk: CaptureWalk, where filter: String) throws -> Int {
    let tshark = try #require(Tool("tshark"))
    let directory = try TemporaryDirectory()
    let path = try directory.write(walk.bytes, to: "generated.pcap")
    let selection = ["-r", path, "-Y", filter, "-T", "fields", "-e", "frame.number"]
    let result = try tshark.run(Self.checking + selection)
    try #require(result.status == 0, "\(result.errorText)")
    return result.lines.count
  }

  @Test(arguments: ["sample", "bench", "flows"])
  func everyChecksumIsGood(name: String) throws {
    let walk = Self.walk(name)
    let bad = "ip.checksum.status == 0 || tcp.checksum.status == 0 || udp.checksum.status == 0"
    #expect(try frames(walk, where: bad) == 0)
    // Tagged and untagged, both families: every TCP segment was really checked.
    #expect(try frames(walk, where: "tcp.checksum.status == 1") == walk.truth.tcpPackets)
  }

  @Test
  func sampleHasNothingMalformed() throws {
    let walk = Self.walk("sample")
    #expect(try frames(walk, where: "_ws.malformed || _ws.expert.group == malformed") == 0)
  }

  @Test(arguments: ["sample", "bench", "flows"])
  func packetsAndFamiliesAgree(name: String) throws {
    let walk = Self.walk(name)
    #expect(try frames(walk, where: "frame") == walk.truth.packets)
    #expect(try frames(walk, where: "vlan") == walk.truth.vlanPackets)
    #expect(try frames(walk, where: "ipv6") == walk.truth.ipv6Packets)
  }

  @Test
  func sampleShowsItsZeroWindowsAndRepeatedSYNs() throws {
    let walk = Self.walk("sample")
    #expect(try frames(walk, where: "tcp.analysis.zero_window") == walk.truth.zeroWindows)
    let repeated = "tcp.flags.syn == 1 && tcp.analysis.retransmission"
    #expect(try frames(walk, where: repeated) == walk.truth.handshakeRetransmissions)
  }

  @Test
  func repeatsInTheBenchAreSeenByWireshark() throws {
    let walk = Self.walk("bench")
    let truth = walk.truth
    let suspected = try frames(
      walk,
      where: "tcp.analysis.retransmission || tcp.analysis.out_of_order"
    )
    // Wireshark tells repeats, hole fills and reordering apart by guessing; their sum it knows.
    #expect(suspected == truth.retransmissionsSeenTwice + truth.holeFills + truth.reordered)
  }
}
