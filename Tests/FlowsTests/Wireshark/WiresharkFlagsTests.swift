import Testing

@testable import Flows

struct WiresharkFlagsTests {
  @Test func namesFollowTheOrderOfTheTable() {
    let flags: WiresharkFlags = [.fastRetransmission, .reusedPorts, .retransmission]
    #expect(
      flags.fieldNames == [
        "tcp.analysis.retransmission", "tcp.analysis.fast_retransmission",
        "tcp.analysis.reused_ports",
      ]
    )
  }

  @Test func everyFlagHasItsOwnBitAndName() {
    let union = WiresharkFlags.fields.reduce(into: WiresharkFlags()) { $0.formUnion($1.flag) }
    #expect(union.rawValue.nonzeroBitCount == WiresharkFlags.fields.count)
    #expect(Set(WiresharkFlags.fields.map(\.name)).count == WiresharkFlags.fields.count)
  }
}
