import Packets
import Testing

@testable import Flows

struct WiresharkLimitTests {
  @Test func fullListLeavesSegmentsOutAndCountsThem() {
    var limits = WiresharkLimits()
    limits.segmentsPerDirection = 2
    var analysis = WiresharkAnalysis(limits: limits)
    for index in 0..<5 {
      let segment = ToldSegment.client(seq: 1 + UInt32(index) * 10, len: 10)
      let verdict = analysis.analyze(segment.headers(frame: index + 1, milliseconds: 0))
      #expect(verdict?.flags == [])
    }
    let accounting = analysis.accounting
    #expect(accounting.segments == 2)
    #expect(accounting.segmentsTurnedAway == 3)
  }

  @Test func acknowledgmentsMakeRoomForSegmentsOfAllConversations() {
    var limits = WiresharkLimits()
    limits.segments = 1
    var analysis = WiresharkAnalysis(limits: limits)
    for frame in 0..<10 {
      let number = UInt32(frame / 2) * 10
      let segment =
        frame.isMultiple(of: 2)
        ? ToldSegment.client(seq: 1 + number, len: 10) : .server(ack: 11 + number)
      _ = analysis.analyze(segment.headers(frame: frame + 1, milliseconds: 0))
    }
    let accounting = analysis.accounting
    #expect(accounting.segments == 0)
    #expect(accounting.segmentsTurnedAway == 0)
  }

  @Test func conversationNotUsedLatelyMakesRoom() {
    var limits = WiresharkLimits()
    limits.conversations = 2
    var analysis = WiresharkAnalysis(limits: limits)
    var streams: [UInt32?] = []
    for port: UInt16 in [1, 2, 3, 3, 1, 3] {
      var packet = ToldSegment.client(seq: 1, len: 10).headers(frame: 1, milliseconds: 0)
      packet.sourcePort = port
      streams.append(analysis.analyze(packet)?.stream)
    }
    #expect(streams == [0, 1, 2, 2, 3, 2])
    let accounting = analysis.accounting
    #expect(accounting.conversationsForgotten == 2)
    #expect(accounting.segments == 4)
  }

  @Test func reusedPortsReleaseTheOldSegments() {
    var analysis = WiresharkAnalysis()
    let data = ToldSegment.client(seq: 1, len: 10)
    let reopening = ToldSegment.client(seq: 5000, ack: nil, .syn)
    _ = analysis.analyze(data.headers(frame: 1, milliseconds: 0))
    _ = analysis.analyze(reopening.headers(frame: 2, milliseconds: 1))
    let segments = analysis.accounting.segments
    #expect(segments == 1)
  }
}
