import Flows
import Packets
import Testing

@testable import Reports

/// What is weird in events that no capture of the corpus has as many of.
struct ZeekWeirdsTests {
  private static func event(
    _ kind: FlowEventKind,
    flow: UInt64 = 7,
    frame: UInt64 = 1,
    _ direction: FlowDirection = .originator,
    value: Int64 = 0
  ) -> FlowEvent {
    FlowEvent(
      frame: frame,
      time: Timestamp(nanoseconds: Int64(frame)),
      flow: flow,
      stream: 0,
      direction: direction,
      kind: kind,
      evidence: .proven,
      value: value
    )
  }

  private static func connection(_ id: UInt64 = 7, host: UInt8 = 1) -> FlowRecord {
    var flow = Samples.flow(
      .tcp,
      .tcp,
      from: Endpoint(address: Samples.address(10, 0, 0, host), port: 40_000)
    )
    flow.id = id
    flow.tcp = TCPSummary()
    return flow
  }

  @Test func eachKindIsSaidOnceForEachSide() {
    var weirds = ZeekWeirds(seed: 0)
    for frame in 1...100 as ClosedRange<UInt64> {
      weirds.receive(Self.event(.dataAfterReset, frame: frame))
      weirds.receive(Self.event(.dataAfterReset, frame: frame, .responder))
      weirds.receive(Self.event(.simultaneousOpen, frame: frame, .responder))
      weirds.receive(Self.event(.simultaneousOpen, frame: frame))
      weirds.receive(Self.event(.windowShrink, frame: frame, value: Int64(frame % 50)))
      weirds.receive(Self.event(.badChecksum, frame: frame))
    }
    let rows = weirds.end(Self.connection())
    #expect(
      rows.map(\.name) == [
        "data_after_reset", "data_after_reset", "simultaneous_open", "window_recision",
        "bad_TCP_checksum",
      ]
    )
    #expect(rows.map(\.time) == [1, 1, 1, 49, 1])
    #expect(weirds.leftOut == 0)
    #expect(weirds.end(Self.connection()).isEmpty)
  }

  @Test func whatIsBeyondTheLimitIsCountedAndHasNoLine() {
    var weirds = ZeekWeirds(seed: 0, limit: 2)
    for flow in 1...4 as ClosedRange<UInt64> {
      weirds.receive(Self.event(.windowShrink, flow: flow, value: 9))
      weirds.receive(Self.event(.badChecksum, flow: flow))
    }
    #expect(weirds.leftOut == 4)
    let rows = (1...4 as ClosedRange<UInt8>).map { host in
      weirds.end(Self.connection(UInt64(host), host: host)).map(\.name)
    }
    #expect(rows.map(\.count) == [2, 2, 0, 0])
  }

  @Test func aSenderBeyondTheLimitGetsNoLineThoughItComesAgain() {
    var weirds = ZeekWeirds(seed: 0, limit: 1)
    var lines = 0
    for round in 0..<3 {
      for host in 1...2 as ClosedRange<UInt8> {
        let flow = UInt64(round) * 2 + UInt64(host)
        weirds.receive(Self.event(.badChecksum, flow: flow))
        lines += weirds.end(Self.connection(flow, host: host)).count
      }
    }
    #expect(lines == 1)
    #expect(weirds.leftOut == 3)
  }

  @Test func aWindowThatOnlyRoundingMovesIsNotWeird() {
    var weirds = ZeekWeirds(seed: 0)
    var flow = Self.connection()
    flow.tcp?.originator.windowScale = 7
    weirds.receive(Self.event(.windowShrink, value: 127))
    #expect(weirds.end(flow).isEmpty)
    weirds.receive(Self.event(.windowShrink, value: 127))
    weirds.receive(Self.event(.windowShrink, value: 128))
    #expect(weirds.end(flow).map(\.name) == ["window_recision"])
  }

  @Test(
    arguments: [
      (.udp, .udp, "bad_UDP_checksum", "UDP"), (.icmp, .icmp, "bad_ICMP_checksum", "ICMP"),
      (.icmpv6, .icmpv6, "bad_ICMP_checksum", "ICMP"),
    ] as [(TransportKind, IPProtocol, String, String)]
  )
  func badChecksumsOfDatagramsAreSaidOnceForEachSender(
    transport: TransportKind,
    ipProtocol: IPProtocol,
    name: String,
    source: String
  ) {
    var weirds = ZeekWeirds(seed: 0)
    var flow = Samples.flow(transport, ipProtocol)
    #expect(weirds.end(flow).isEmpty)
    flow.backward.badChecksums = 2
    let rows = weirds.end(flow)
    #expect(rows.map(\.name) == [name])
    #expect(rows.map(\.source) == [source])
    flow.forward.badChecksums = 1
    #expect(weirds.end(flow).count == 1)
    #expect(weirds.end(flow).isEmpty)
  }
}
