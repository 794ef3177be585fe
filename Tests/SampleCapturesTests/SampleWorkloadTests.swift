import SampleCaptures
import Testing

struct SampleWorkloadTests {
  private static let walk = CaptureWalk(Simulation(SampleWorkload(), seed: 1))

  @Test
  func holdsTheTroublesItWasWrittenWith() {
    let truth = Self.walk.truth
    #expect(truth.tcpConnections == 13)
    // Three segments and one request lost after the capture point, and three SYNs repeated.
    #expect(truth.retransmissionsSeenTwice == 7)
    #expect(truth.handshakeRetransmissions == 3)
    #expect(truth.holeFills == 3)
    #expect(truth.invisibleRetransmissions == 1)
    #expect(truth.reordered == 1)
    #expect(truth.zeroWindows == 3)
    #expect(truth.vlanPackets > 0)
    #expect(truth.ipv6Packets > 0)
  }

  @Test
  func staysSmall() {
    #expect(Self.walk.bytes.count < 2_000_000)
  }

  @Test
  func truthIsWrittenAsJSON() {
    let json = Self.walk.truth.json
    #expect(json.hasPrefix("{\n  \"packets\": \(Self.walk.truth.packets),\n"))
    #expect(json.contains("\"hole_fills\": 3,"))
    #expect(json.hasSuffix("\n}\n"))
  }
}
