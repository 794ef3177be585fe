import Packets
import Testing

@testable import Flows

struct WiresharkHeaderTests {
  @Test(arguments: [TransportKind.udp, .icmp, .fragment, .other, .none])
  func otherPacketsHaveNoVerdict(_ transport: TransportKind) {
    var analysis = WiresharkAnalysis()
    var packet = ToldSegment.client(seq: 1, len: 10).headers(frame: 1, milliseconds: 0)
    packet.transport = transport
    let verdict = analysis.analyze(packet)
    #expect(verdict == nil)
    let streams = analysis.accounting.streams
    #expect(streams == 0)
  }

  @Test func headerLongerThanItsSegmentTakesAStreamAndIsNotJudged() throws {
    var analysis = WiresharkAnalysis()
    var packet = Self.impossible(headerLength: 60)
    packet.tcp.window = 0
    let judged = analysis.analyze(packet)
    let verdict = try #require(judged)
    #expect(verdict.flags == [])
    let segments = analysis.accounting.segments
    #expect(segments == 0)
  }

  @Test func headerBelowTwentyBytesMovesTheNumbersUnseen() throws {
    var analysis = WiresharkAnalysis()
    var packet = Self.impossible(headerLength: 8)
    packet.payloadLength = 108
    let judged = analysis.analyze(packet)
    let verdict = try #require(judged)
    #expect(verdict.hasAnalysis == false)
    let next = ToldSegment.client(seq: 101, len: 10).headers(frame: 2, milliseconds: 1)
    let following = analysis.analyze(next)
    #expect(following?.flags == [])
    #expect(following?.bytesInFlight == 110)
  }

  @Test func cutOptionsHideTheVerdict() throws {
    var analysis = WiresharkAnalysis()
    var packet = ToldSegment.client(seq: 1, len: 10, window: 0).headers(frame: 1, milliseconds: 0)
    packet.oddities.insert(.truncatedHeader)
    let judged = analysis.analyze(packet)
    let verdict = try #require(judged)
    #expect(verdict.flags == [])
    let segments = analysis.accounting.segments
    #expect(segments == 1)
  }

  private static func impossible(headerLength: UInt8) -> PacketHeaders {
    var packet = ToldSegment.client(seq: 1).headers(frame: 1, milliseconds: 0)
    packet.transport = .none
    packet.oddities.insert(.badTransport)
    packet.tcp.headerLength = headerLength
    return packet
  }
}
