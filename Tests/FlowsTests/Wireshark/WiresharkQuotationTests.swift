import Packets
import Testing

@testable import Flows

struct WiresharkQuotationTests {
  @Test func quotedPacketOfAnUnseenConnectionTakesAStream() {
    var analysis = WiresharkAnalysis()
    let verdict = analysis.analyze(Self.unreachable, quoting: Self.quotation.span.bytes)
    #expect(verdict?.stream == 0)
    #expect(verdict?.hasAnalysis == false)
    let data = ToldSegment.client(seq: 1, len: 10).headers(frame: 2, milliseconds: 1)
    let judged = analysis.analyze(data)
    #expect(judged?.stream == 0)
  }

  @Test func quotedSynCountsForTheInitialRTT() {
    var analysis = WiresharkAnalysis()
    var quotation = Self.quotation
    quotation[33] = 0x02
    _ = analysis.analyze(Self.unreachable, quoting: quotation.span.bytes)
    let answer = ToldSegment.server(ack: 1, .rst).headers(frame: 2, milliseconds: 8)
    _ = analysis.analyze(answer)
    let data = ToldSegment.client(seq: 1, len: 10).headers(frame: 3, milliseconds: 9)
    let judged = analysis.analyze(data)
    #expect(judged?.initialRTT == 8_000_000)
  }

  @Test(arguments: [0, 19, 35])
  func shortQuotationIsOverlooked(_ count: Int) {
    var analysis = WiresharkAnalysis()
    let verdict = analysis.analyze(
      Self.unreachable,
      quoting: Array(Self.quotation.prefix(count)).span.bytes
    )
    #expect(verdict == nil)
  }

  @Test(arguments: [(6, UInt8(0x20)), (7, 1), (9, 17), (0, 0x44), (0, 0x75)])
  func fragmentOrOtherProtocolIsOverlooked(_ index: Int, _ value: UInt8) {
    var analysis = WiresharkAnalysis()
    var quotation = Self.quotation
    quotation[index] = value
    let verdict = analysis.analyze(Self.unreachable, quoting: quotation.span.bytes)
    #expect(verdict == nil)
  }

  @Test func echoQuotesNothing() {
    var analysis = WiresharkAnalysis()
    var echo = Self.unreachable
    echo.sourcePort = 8
    let verdict = analysis.analyze(echo, quoting: Self.quotation.span.bytes)
    #expect(verdict == nil)
  }

  @Test func sixthVersionIsReadToo() {
    var analysis = WiresharkAnalysis()
    var message = Self.unreachable
    message.transport = .icmpv6
    message.sourcePort = 1
    var quotation = [UInt8](repeating: 0, count: 60)
    quotation[0] = 0x60
    quotation[6] = 6
    let verdict = analysis.analyze(message, quoting: quotation.span.bytes)
    #expect(verdict?.stream == 0)
  }

  private static var unreachable: PacketHeaders {
    var packet = PacketHeaders()
    packet.frame = 1
    packet.time = Timestamp(nanoseconds: 1_000_000_000)
    packet.network = .ipv4
    packet.transport = .icmp
    packet.sourcePort = 3
    return packet
  }

  /// The client's segment of `ToldSegment`, number 0, from its IPv4 header to its window.
  private static let quotation: [UInt8] = [
    0x45, 0, 0, 40, 0, 1, 0, 0, 64, 6, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2,
    0x9c, 0x40, 0, 80, 0, 0, 0x03, 0xe8, 0, 0, 0, 0, 0x50, 0x10, 0x03, 0xe8,
  ]
}
