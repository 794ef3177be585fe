import Packets
import Testing

@testable import Flows

struct WiresharkOpeningTests {
  @Test func synWithAnotherNumberStartsAStream() {
    let verdicts = ToldSegment.play(
      ToldSegment.handshake + [.client(seq: 5000, ack: nil, .syn), .server(seq: 0, ack: 5001)]
    )
    #expect(verdicts.map(\.stream) == [0, 0, 0, 1, 1])
    #expect(verdicts[3].flags == .reusedPorts)
  }

  @Test func synWithTheSameNumberDoesNot() {
    let verdicts = ToldSegment.play(
      ToldSegment.handshake + [.client(seq: 0, ack: nil, .syn, after: 1000)]
    )
    #expect(verdicts.map(\.stream) == [0, 0, 0, 0])
  }

  @Test func synAckWithAnotherNumberIsMarkedOnly() {
    let verdicts = ToldSegment.play(
      ToldSegment.handshake + [.server(seq: 900, ack: 1, .syn, after: 1000)]
    )
    #expect(verdicts.map(\.stream) == [0, 0, 0, 0])
    #expect(verdicts.last?.flags.contains(.reusedPorts) == true)
  }

  @Test func initialRTTRunsFromTheLastSyn() {
    let verdicts = ToldSegment.play([
      .client(seq: 0, ack: nil, .syn), .client(seq: 0, ack: nil, .syn, after: 1000),
      .server(seq: 0, ack: 1, .syn, after: 20), .client(seq: 1, ack: 1, after: 10),
    ])
    #expect(verdicts.map(\.initialRTT) == [nil, nil, nil, 30_000_000])
  }

  @Test func refusedConnectionHasAnInitialRTT() {
    let verdicts = ToldSegment.play([
      .client(seq: 0, ack: nil, .syn), .server(seq: 0, ack: 1, .rst, after: 2),
    ])
    #expect(verdicts.last?.initialRTT == 2_000_000)
  }

  @Test func initialRTTIsShownWithAnotherFieldOnly() {
    let verdicts = ToldSegment.play(ToldSegment.handshake + [.server(ack: 0)])
    #expect(verdicts[2].initialRTT == 10_000_000)
    #expect(verdicts[3].hasAnalysis == false)
    #expect(verdicts[3].initialRTT == nil)
  }

  @Test func vlansAndTunnelsDoNotSeparateStreams() {
    var analysis = WiresharkAnalysis()
    var packet = ToldSegment.client(seq: 1, len: 10).headers(frame: 1, milliseconds: 0)
    let first = analysis.analyze(packet)
    packet.path = PathID(rawValue: 7)
    packet.frame = 2
    let copy = analysis.analyze(packet)
    #expect(first?.stream == 0)
    #expect(copy?.stream == 0)
    #expect(copy?.flags == .retransmission)
  }

  @Test func addressFamiliesSeparateStreams() {
    var analysis = WiresharkAnalysis()
    var packet = ToldSegment.client(seq: 1, len: 10).headers(frame: 1, milliseconds: 0)
    _ = analysis.analyze(packet)
    packet.network = .ipv6
    let mapped = analysis.analyze(packet)
    #expect(mapped?.stream == 1)
  }
}
