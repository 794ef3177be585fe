import Flows
import Packets
import Testing

@testable import Analysis

/// Where Apus and Wireshark differ, and that each difference gets its reason.
struct WiresharkComparisonTests {
  @Test(
    arguments: [
      (WiresharkFlags.retransmission, FlowEventKind.retransmission),
      ([.retransmission, .fastRetransmission], .retransmission),
      ([.retransmission, .spuriousRetransmission], .retransmissionPartial),
      (.retransmission, .retransmissionOfUncaptured),
      (.outOfOrder, .reordered), (.outOfOrder, .lateOriginal), (.lostSegment, .gap),
      (.duplicateAck, .duplicateAck), (.keepAlive, .keepAlive), (.zeroWindowProbe, .windowProbe),
      (.reusedPorts, .portReuse), (WiresharkFlags(), .reset),
    ] as [(WiresharkFlags, FlowEventKind)]
  )
  func theSameInOtherWordsIsNoDifference(flags: WiresharkFlags, kind: FlowEventKind) {
    #expect(Self.compare(flags, [kind]) == nil)
  }

  @Test(
    arguments: [
      (WiresharkFlags.retransmission, [FlowEventKind.duplicateFrame], "captured twice"),
      (.retransmission, [.reordered], "came late"),
      (.retransmission, [.keepAlive], "keep-alive"),
      (.retransmission, [], "finds these bytes new"),
      (.outOfOrder, [.retransmission], "captured before"),
      (.outOfOrder, [.retransmissionOfUncaptured], "lost before the capture point"),
      (.outOfOrder, [.holeFillUnknown], "nothing in the capture"),
      (.outOfOrder, [.captureGapFill], "acknowledged these bytes already"),
      (WiresharkFlags(), [.duplicateAck], "SACK"),
      (.duplicateAck, [], "RFC 5681"),
      (.lostSegment, [], "hole"),
      (WiresharkFlags(), [.windowFull], "scaled right edge"),
      (.reusedPorts, [], "VLAN"),
    ] as [(WiresharkFlags, [FlowEventKind], String)]
  )
  func aDifferenceHasBothSidesAndAReason(
    flags: WiresharkFlags,
    kinds: [FlowEventKind],
    reason: String
  ) throws {
    let difference = try #require(Self.compare(flags, kinds))
    #expect(difference.frame == 7)
    #expect(difference.stream == 3)
    #expect(difference.wireshark == flags)
    #expect(difference.apus.map(\.kind) == kinds)
    #expect(difference.explanation.contains(reason), "\(difference.explanation)")
  }

  @Test func whatBothSayIsLeftOut() throws {
    let difference = try #require(
      Self.compare([.duplicateAck, .windowFull], [.duplicateAck, .zeroWindow])
    )
    #expect(difference.wireshark == .windowFull)
    #expect(difference.apus.map(\.kind) == [.zeroWindow])
  }

  @Test func eventsAreForgottenWithTheirBatch() {
    var comparison = WiresharkComparison()
    comparison.receive([Self.event(.gap)])
    comparison.endBatch()
    #expect(comparison.compare(frame: 7, WiresharkVerdict(stream: 3)) == nil)
  }

  private static func compare(
    _ flags: WiresharkFlags,
    _ kinds: [FlowEventKind]
  ) -> WiresharkDifference? {
    var comparison = WiresharkComparison()
    comparison.receive(ContiguousArray(kinds.map(event)))
    var verdict = WiresharkVerdict(stream: 3)
    verdict.flags = flags
    return comparison.compare(frame: 7, verdict)
  }

  private static func event(_ kind: FlowEventKind) -> FlowEvent {
    FlowEvent(
      frame: 7,
      time: Timestamp(nanoseconds: 0),
      flow: 0,
      stream: 3,
      direction: .originator,
      kind: kind
    )
  }
}
