import Packets
import Testing

@testable import Flows

struct WiresharkWindowTests {
  @Test(arguments: zeroWindow + probes + keepAlives + updates + full)
  func marksTheLastSegment(_ scenario: WiresharkScenario) throws {
    let verdict = try #require(scenario.play().last)
    #expect(verdict.flags == scenario.marks)
  }

  static let zeroWindow = [
    WiresharkScenario(
      "a window of zero",
      .client(seq: 1, len: 100),
      .server(ack: 101, window: 0),
      marks: .zeroWindow
    ),
    WiresharkScenario(
      "a window of one is not zero",
      .client(seq: 1, len: 100),
      .server(ack: 101, window: 1),
      marks: []
    ),
    WiresharkScenario(
      "the window of an RST means nothing",
      .server(ack: 1, .rst, window: 0),
      marks: []
    ),
    WiresharkScenario(
      "the window of a FIN means nothing",
      .server(ack: 1, .fin, window: 0),
      marks: []
    ),
  ]

  static let probes = [
    WiresharkScenario(
      "one byte, next in order, into a closed window",
      .server(window: 0),
      .client(seq: 1, len: 1),
      marks: .zeroWindowProbe
    ),
    WiresharkScenario(
      "two bytes into a closed window are data",
      .server(window: 0),
      .client(seq: 1, len: 2),
      marks: []
    ),
    WiresharkScenario(
      "one byte into an open window is data",
      .server(window: 1001),
      .client(seq: 1, len: 1),
      marks: []
    ),
    WiresharkScenario(
      "the answer that keeps the window closed",
      .server(window: 0),
      .client(seq: 1, len: 1),
      .server(window: 0),
      marks: [.zeroWindow, .zeroWindowProbeAck]
    ),
    WiresharkScenario(
      "a closed window repeated without a probe",
      .server(window: 0),
      .server(window: 0),
      marks: .zeroWindow
    ),
    WiresharkScenario(
      "data from the probed byte on is new, for a probe does not count as sent",
      .server(window: 0),
      .client(seq: 1, len: 1),
      .server(window: 500),
      .client(seq: 1, len: 50),
      marks: []
    ),
  ]

  static let keepAlives = [
    WiresharkScenario(
      "an empty segment one before the next number",
      .client(seq: 1, len: 10),
      .server(ack: 11),
      .client(seq: 10),
      marks: .keepAlive
    ),
    WiresharkScenario(
      "one byte there as well, and it is no retransmission",
      .client(seq: 1, len: 10),
      .server(ack: 11),
      .client(seq: 10, len: 1),
      marks: .keepAlive
    ),
    WiresharkScenario(
      "two bytes there are data",
      .client(seq: 1, len: 10),
      .server(ack: 11),
      .client(seq: 10, len: 2),
      marks: []
    ),
    WiresharkScenario(
      "a FIN is never a keep-alive, so it repeats",
      .client(seq: 1, len: 10),
      .server(ack: 11),
      .client(seq: 9, .fin, after: 500),
      marks: .retransmission
    ),
    WiresharkScenario(
      "its answer repeats an acknowledgment",
      .client(seq: 1, len: 10),
      .server(ack: 11),
      .client(seq: 10),
      .server(ack: 11),
      marks: .keepAliveAck
    ),
    WiresharkScenario(
      "the same after data is a duplicate",
      .client(seq: 1, len: 10),
      .server(ack: 11),
      .client(seq: 11, len: 5),
      .server(ack: 11),
      marks: .duplicateAck
    ),
  ]

  static let updates = [
    WiresharkScenario(
      "only the window changes",
      .server(ack: 1),
      .server(ack: 1, window: 2000),
      marks: .windowUpdate
    ),
    WiresharkScenario(
      "a smaller window is an update, too",
      .server(ack: 1),
      .server(ack: 1, window: 10),
      marks: .windowUpdate
    ),
    WiresharkScenario(
      "with a new acknowledgment it is none",
      .client(seq: 1, len: 10),
      .server(ack: 1),
      .server(ack: 11, window: 2000),
      marks: []
    ),
    WiresharkScenario(
      "with data it is none",
      .server(ack: 1),
      .server(ack: 1, len: 5, window: 2000),
      marks: []
    ),
  ]

  static let full = [
    WiresharkScenario(
      "data up to the edge of a scaled window",
      .server(ack: 1, window: 50),
      .client(seq: 1, len: 100),
      marks: .windowFull
    ),
    WiresharkScenario(
      "one byte less",
      .server(ack: 1, window: 50),
      .client(seq: 1, len: 99),
      marks: []
    ),
    WiresharkScenario(
      "unscaled before the peer's first ACK, for the window is a SYN's",
      .client(seq: 1, len: 500),
      marks: .windowFull
    ),
  ]

  @Test func windowFullNeedsAKnownScale() throws {
    let midstream = WiresharkScenario(
      "no SYN captured",
      .server(ack: 1, window: 50),
      .client(seq: 1, len: 50),
      marks: []
    )
    #expect(midstream.play(afterHandshake: false).last?.flags == [])
  }

  @Test func scaleIsOffUnlessBothSynsOfferIt() {
    let verdicts = ToldSegment.play([
      .client(seq: 0, ack: nil, .syn, scale: 1), .server(seq: 0, ack: 1, .syn),
      .client(seq: 1), .server(ack: 1, window: 50), .client(seq: 1, len: 50),
    ])
    #expect(verdicts.last?.flags == .windowFull)
  }

  @Test func scaleBeyondFourteenIsFourteen() {
    let verdicts = ToldSegment.play([
      .client(seq: 0, ack: nil, .syn, scale: 1), .server(seq: 0, ack: 1, .syn, scale: 200),
      .client(seq: 1), .server(ack: 1, window: 1), .client(seq: 1, len: 1 << 14),
    ])
    #expect(verdicts.last?.flags == .windowFull)
  }
}
