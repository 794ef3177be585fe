import Packets
import Testing

@testable import Flows

struct WiresharkFlightTests {
  @Test func acknowledgmentOfASegmentsEndGivesARoundTrip() {
    let verdicts = ToldSegment.play([
      .client(seq: 1, len: 10), .client(seq: 11, len: 10, after: 2), .server(ack: 21, after: 3),
    ])
    #expect(verdicts.last?.acksFrame == 2)
    #expect(verdicts.last?.ackRTT == 3_000_000)
  }

  @Test func acknowledgmentInsideASegmentGivesNone() {
    let verdicts = ToldSegment.play([.client(seq: 1, len: 10), .server(ack: 6)])
    #expect(verdicts.last?.acksFrame == nil)
  }

  @Test func repeatedSegmentIsMeasuredFromItsFirstTransmission() {
    let verdicts = ToldSegment.play([
      .client(seq: 1, len: 10), .client(seq: 1, len: 10, after: 200), .server(ack: 11, after: 10),
    ])
    #expect(verdicts.last?.acksFrame == 1)
    #expect(verdicts.last?.ackRTT == 210_000_000)
  }

  @Test func flightGrowsWithDataAndShrinksWithAcknowledgments() {
    let verdicts = ToldSegment.play(
      ToldSegment.handshake + [
        .client(seq: 1, len: 10), .client(seq: 11, len: 10), .server(ack: 6),
        .client(seq: 21, len: 10), .server(ack: 31), .client(seq: 31, len: 7),
      ]
    )
    #expect(verdicts.dropFirst(3).map(\.bytesInFlight) == [10, 20, nil, 25, nil, 7])
  }

  @Test func selectiveAcknowledgmentsAreTakenOff() {
    let verdicts = ToldSegment.play(
      ToldSegment.handshake + [
        .client(seq: 1, len: 10), .client(seq: 11, len: 10),
        .server(ack: 1, window: 999, sack: [SACKBlock(left: 1011, right: 1021)]),
        .client(seq: 21, len: 10),
      ]
    )
    #expect(verdicts.last?.bytesInFlight == 20)
  }

  @Test func fourthSelectiveBlockIsOverlooked() {
    let blocks = (0..<4).map { SACKBlock(left: 1011 + $0 * 20, right: 1021 + $0 * 20) }
    let verdicts = ToldSegment.play(
      ToldSegment.handshake + [
        .client(seq: 1, len: 100), .server(ack: 1, window: 999, sack: blocks),
        .client(seq: 101, len: 10),
      ]
    )
    #expect(verdicts.last?.bytesInFlight == 80)
  }

  @Test func gapSwitchesTheFlightOffUntilAnAcknowledgment() {
    let verdicts = ToldSegment.play(
      ToldSegment.handshake + [
        .client(seq: 1, len: 10), .client(seq: 21, len: 10), .client(seq: 31, len: 10),
        .server(ack: 11), .client(seq: 41, len: 10),
      ]
    )
    #expect(verdicts.dropFirst(3).map(\.bytesInFlight) == [10, nil, nil, nil, 30])
  }

  @Test func bytesAreCountedFromPushToPush() {
    let verdicts = ToldSegment.play(
      ToldSegment.handshake + [
        .client(seq: 1, len: 10), .client(seq: 11, len: 10, .psh), .client(seq: 21, len: 5),
        .client(seq: 26, len: 5, .psh), .client(seq: 31, len: 1, .psh),
      ]
    )
    #expect(verdicts.dropFirst(3).map(\.pushBytesSent) == [10, 20, 5, 10, 1])
  }
}
