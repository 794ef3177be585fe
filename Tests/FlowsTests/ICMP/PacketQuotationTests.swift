import Packets
import Testing

@testable import Flows

struct PacketQuotationTests {
  /// The IPv4 header and eight bytes of what the client of `Told` sends, sequence number 1001.
  private static let quoted: [UInt8] =
    [0x45, 0, 0, 60, 0, 0, 0x40, 0, 64, 6, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2]
    + [0x9c, 0x40, 0, 80, 0, 0, 0x03, 0xe9]

  private static func error(type: UInt16 = 3, code: UInt16 = 4) -> PacketHeaders {
    var message = PacketHeaders()
    message.frame = 9
    message.time = Timestamp(nanoseconds: 40_000_000)
    message.network = .ipv4
    message.transport = .icmp
    message.ipProtocol = .icmp
    message.source = IPAddress(v4: 0x0a00_00fe)
    message.destination = IPAddress(v4: 0x0a00_0001)
    message.sourcePort = type
    message.destinationPort = code
    return message
  }

  private func events(of story: [Told], quoting bytes: [UInt8]) -> [FlowEvent] {
    var engine = FlowEngine(collectsEvents: true)
    var packets = ContiguousArray(
      story.enumerated().map { index, told in
        told.headers(frame: UInt64(index) + 1, nanoseconds: Int64(index) * 10_000_000)
      }
    )
    packets.append(Self.error())
    var lookups: ContiguousArray<FlowLookup> = []
    FlowLookup.make(for: packets, into: &lookups)
    var placements: ContiguousArray<FlowPlacement> = []
    engine.process(packets, lookups, placing: &placements) {
      PacketQuotation(in: $0.pointee, bytes.span.bytes)
    }
    var found: [FlowEvent] = []
    engine.takeEvents { found += $0 }
    return found.filter { $0.kind == .icmpError }
  }

  @Test func anErrorIsAnEventOfTheFlowThatItQuotes() {
    let found = events(of: Told.handshake + [.client(1, 100)], quoting: Self.quoted)
    #expect(found.map(\.flow) == [0])
    #expect(found.map(\.frame) == [9])
    #expect(found.map(\.direction) == [.originator])
    #expect(found.map(\.sequence) == [1])
    #expect(found.map(\.value) == [3 << 8 | 4])
  }

  @Test func theDirectionIsThatOfTheQuotedPacket() {
    var reversed = Self.quoted
    reversed.replaceSubrange(12..<24, with: [10, 0, 0, 2, 10, 0, 0, 1, 0, 80, 0x9c, 0x40])
    let found = events(of: Told.handshake, quoting: reversed)
    #expect(found.map(\.direction) == [.responder])
  }

  @Test func ofALoneSYNThereIsAnEventToo() {
    let found = events(of: [Told.syn()], quoting: Self.quoted)
    #expect(found.map(\.flow) == [0])
  }

  @Test(
    "What does not tell a flow is overlooked",
    arguments: [
      Array(quoted.prefix(27)), [], [0x45],
      quoted.enumerated().map { $0.offset == 7 ? 1 : $0.element },
      quoted.enumerated().map { $0.offset == 9 ? 1 : $0.element },
      quoted.enumerated().map { $0.offset == 0 ? 0x41 : $0.element },
      quoted.enumerated().map { $0.offset == 21 ? 0 : $0.element },
    ] as [[UInt8]]
  )
  func isOverlooked(bytes: [UInt8]) {
    #expect(events(of: Told.handshake, quoting: bytes).isEmpty)
  }

  @Test("Only errors quote", arguments: [0, 8, 9, 13] as [UInt16])
  func otherMessagesQuoteNothing(type: UInt16) {
    #expect(PacketQuotation(in: Self.error(type: type), Self.quoted.span.bytes) == nil)
  }

  @Test func sixthVersionIsReadToo() {
    var message = Self.error(type: 1)
    message.transport = .icmpv6
    let bytes: [UInt8] =
      [0x60, 0, 0, 0, 0, 8, 17, 64] + [UInt8](repeating: 1, count: 16)
      + [UInt8](repeating: 2, count: 16) + [0, 53, 0, 54, 0, 8, 0, 0]
    let quotation = PacketQuotation(in: message, bytes.span.bytes)
    #expect(quotation?.headers.transport == .udp)
    #expect(quotation?.headers.sourcePort == 53)
    #expect(quotation?.headers.network == .ipv6)
  }
}
