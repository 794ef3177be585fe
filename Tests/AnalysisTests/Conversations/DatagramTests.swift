import Dissection
import Flows
import Packets
import Testing

@testable import Analysis

/// Conversations of datagrams.
struct DatagramTests {
  private static let query: [UInt8] =
    [0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0x61, 0, 0, 1, 0, 1]
  private static let answer: [UInt8] =
    [0, 7, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0x61, 0, 0, 1, 0, 1]
    + [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 1]

  private func reader(port: UInt16) -> ConversationReader {
    let packet = Frame.packet(
      .udp,
      from: "10.0.0.1",
      40_000,
      to: "10.0.0.2",
      port,
      frame: 1,
      seconds: 0,
      path: 0
    )
    return ConversationReader(
      FlowIdentity(packet, FlowPlacement()),
      excluded: 0,
      ConversationLimits()
    )
  }

  private func arrival(_ frame: UInt64) -> SegmentArrival {
    SegmentArrival(frame: frame, time: Timestamp(nanoseconds: Int64(frame) * 1_000_000))
  }

  @Test("DNS is known by its content", arguments: [53, 9_999] as [UInt16])
  func aQueryAndItsAnswerAreATransaction(port: UInt16) {
    var reader = reader(port: port)
    reader.receive(Self.query.span.bytes, from: .originator, arrival(1))
    reader.receive(Self.answer.span.bytes, from: .responder, arrival(2))
    let found = reader.finished.compactMap {
      if case .dns(let transaction) = $0 { transaction.value } else { nil }
    }
    let service = reader.service
    #expect(service == .dns)
    #expect(found.map(\.responseTime) == [1_000_000])
    #expect(found.map(\.answers) == [["192.0.2.1"]])
  }

  @Test func messagesThatCannotBeReadAreCounted() {
    var reader = reader(port: 53)
    reader.receive(Self.query.span.bytes, from: .originator, arrival(1))
    for length in [5, 20, 30] {
      let cut = Array(Self.answer.prefix(length))
      reader.receive(cut.span.bytes, from: .responder, arrival(2))
    }
    var counts: [ApplicationProtocol: UInt64] = [.ntp: 1]
    reader.addMalformedMessages(to: &counts)
    #expect(counts == [.ntp: 1, .dns: 3])
  }

  @Test func dialectsGoByThePort() {
    var reader = reader(port: 5353)
    reader.receive(Self.query.span.bytes, from: .originator, arrival(1))
    reader.finish(arrival(2))
    let found = reader.finished.compactMap {
      if case .dns(let transaction) = $0 { transaction.value.transport } else { nil }
    }
    #expect(found == [.multicast])
  }

  @Test func whatNobodyKnowsIsGivenUpAfterSomeDatagrams() {
    var reader = reader(port: 9_999)
    let noise: [UInt8] = [1, 2, 3, 4]
    for frame in 1..<8 {
      reader.receive(noise.span.bytes, from: .originator, arrival(UInt64(frame)))
      let isUnknown = reader.isUnknown
      #expect(!isUnknown)
    }
    reader.receive(noise.span.bytes, from: .responder, arrival(8))
    let isUnknown = reader.isUnknown
    #expect(isUnknown)
  }

  @Test func rtpIsKnownByTwoDatagramsAndBothAreRead() {
    var reader = reader(port: 40_002)
    for frame in 1...4 {
      let datagram =
        [0x80, 0, 0, UInt8(frame), 0, 0, 0, UInt8(frame) * 32, 1, 2, 3, 4]
        + [UInt8](repeating: 0x55, count: 160)
      reader.receive(datagram.span.bytes, from: .originator, arrival(UInt64(frame) * 20))
    }
    reader.finish(arrival(100))
    let service = reader.service
    let streams = reader.finished.compactMap {
      if case .rtp(let session) = $0 { session.value.streams.count } else { nil }
    }
    #expect(service == .rtp)
    #expect(streams == [1])
  }

  @Test func stunAndMediaShareAFlow() {
    var reader = reader(port: 40_002)
    let binding: [UInt8] = [0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42] + [UInt8](1...12)
    reader.receive(binding.span.bytes, from: .originator, arrival(1))
    for frame in 2...5 {
      let datagram =
        [0x80, 0, 0, UInt8(frame), 0, 0, 0, UInt8(frame) * 32, 1, 2, 3, 4]
        + [UInt8](repeating: 0x55, count: 160)
      reader.receive(datagram.span.bytes, from: .originator, arrival(UInt64(frame) * 20))
      reader.receive(binding.span.bytes, from: .responder, arrival(UInt64(frame) * 20))
    }
    reader.finish(arrival(200))
    let services = reader.services
    let packets = reader.finished.compactMap {
      if case .rtp(let session) = $0 { session.value.streams.map(\.packets) } else { nil }
    }
    #expect(services == "stun,rtp")
    #expect(packets == [[4]])
  }

  @Test func ntpNeedsItsPort() {
    let request: [UInt8] = [0x23, 0, 6, 0xe9] + [UInt8](repeating: 0, count: 44)
    for (port, expected) in [(123, ApplicationProtocol.ntp), (9_999, nil)]
      as [(UInt16, ApplicationProtocol?)]
    {
      var reader = reader(port: port)
      reader.receive(request.span.bytes, from: .originator, arrival(1))
      let service = reader.service
      #expect(service == expected)
    }
  }
}
