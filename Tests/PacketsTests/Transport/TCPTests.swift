import Packets
import TestSupport
import Testing

struct TCPTests {
  typealias Option = FrameBuilder.Option

  @Test func aSegmentGivesItsFields() throws {
    let segment = FrameBuilder.tcp(
      from: 1234,
      to: 80,
      sequence: 0xffff_fff0,
      acknowledgment: 7,
      flags: [.psh, .ack, .ae],
      window: 512,
      Array("GET / HTTP/1.1\r\n".utf8)
    )
    let frame = FrameBuilder.ethernet(
      FrameBuilder.ipv4(from: alice, to: bob, segment, identification: 99, typeOfService: 0x03)
    )
    let packet = try #require(decode(frame).first)
    #expect(packet.network == .ipv4)
    #expect(packet.source == alice)
    #expect(packet.destination == bob)
    #expect(packet.ipID == 99)
    #expect(packet.hopLimit == 64)
    #expect(packet.trafficClass == 3)
    #expect(packet.ipLength == 56)
    #expect(packet.transport == .tcp)
    #expect(packet.sourcePort == 1234)
    #expect(packet.destinationPort == 80)
    #expect(packet.tcp.sequence == 0xffff_fff0)
    #expect(packet.tcp.acknowledgment == 7)
    #expect(packet.tcp.flags == [.psh, .ack, .ae])
    #expect(packet.tcp.window == 512)
    #expect(packet.payloadOffset == 54)
    #expect(packet.payloadLength == 16)
    #expect(packet.payloadCaptured == 16)
    #expect(packet.payloadPrefix == 0x4745_5420_2f20_4854)
    #expect(packet.networkChecksum == .good)
    #expect(packet.transportChecksum == .good)
    #expect(packet.oddities == [])
    #expect(packet.path == .none)
  }

  @Test func ethernetPaddingIsNoPayload() throws {
    let frame = FrameBuilder.ethernet(
      FrameBuilder.ipv4(from: alice, to: bob, FrameBuilder.tcp(from: 1, to: 2))
    )
    #expect(frame.count == 60)
    #expect(decode(frame).first?.payloadLength == 0)
  }

  @Test func allOptionsOfASynAreRead() throws {
    let options =
      Option.maximumSegmentSize(1460) + Option.sackPermitted + Option.timestamps(5, echo: 0)
      + Option.noOperation + Option.windowScale(7)
    let packet = try #require(decode(tcp(options: options)).first)
    #expect(
      packet.tcp.options.present
        == [.maximumSegmentSize, .sackPermitted, .timestamps, .windowScale]
    )
    #expect(packet.tcp.options.maximumSegmentSize == 1460)
    #expect(packet.tcp.options.windowScale == 7)
    #expect(packet.tcp.options.timestampValue == 5)
    #expect(packet.tcp.headerLength == 40)
    #expect(packet.transportChecksum == .good)
  }

  @Test(arguments: 1...4)
  func sackBlocksKeepTheirOrder(count: Int) throws {
    var blocks: [(left: UInt32, right: UInt32)] = []
    for index in 0..<count {
      let left = UInt32(900 - index * 100)
      blocks.append((left: left, right: left + 50))
    }
    let packet = try #require(decode(tcp(options: Option.sack(blocks))).first)
    #expect(packet.tcp.options.sackCount == UInt8(count))
    for (index, block) in blocks.enumerated() {
      #expect(packet.tcp.options.sackBlocks[index].left == block.left)
      #expect(packet.tcp.options.sackBlocks[index].right == block.right)
    }
  }

  @Test func multipathSubtypesAreKeptApart() throws {
    let keyless: [UInt8] = [30, 4, 0x01, 0x81]
    let capable: [UInt8] = [30, 12, 0x01, 0x81, 1, 2, 3, 4, 5, 6, 7, 8]
    let sequenceSignal: [UInt8] = [30, 4, 0x20, 0]
    func subtypes(_ options: [UInt8]) -> UInt16? {
      decode(tcp(options: options)).first?.tcp.options.multipathSubtypes
    }
    #expect(subtypes(keyless) == 0)
    #expect(subtypes(capable) == 0b1)
    #expect(subtypes(capable + sequenceSignal) == 0b101)
  }

  @Test func theUsualTimestampsAreReadOnTheShortWay() throws {
    let options = [1, 1] + Option.timestamps(0x0102_0304, echo: 0x0506_0708)
    let packet = try #require(decode(tcp(options: options)).first)
    #expect(packet.tcp.options.present == .timestamps)
    #expect(packet.tcp.options.timestampValue == 0x0102_0304)
    #expect(packet.tcp.options.timestampEcho == 0x0506_0708)
  }

  @Test(
    arguments: [
      [2, 3, 0, 0],  // MSS of three bytes
      [3, 1, 0, 0],  // length below two
      [8, 40, 0, 0],  // beyond the header
      [5, 6, 0, 0, 0, 0],  // half a block
      [4],  // no length
    ] as [[UInt8]]
  )
  func anImpossibleOptionLengthIsOdd(options: [UInt8]) throws {
    // Filled with NOPs, so that no end-of-list hides the damage.
    let padding = Array(repeating: UInt8(1), count: (4 - options.count % 4) % 4)
    let packet = try #require(decode(tcp(options: padding + options)).first)
    #expect(packet.oddities == .badOption)
    #expect(packet.transport == .tcp)
  }

  @Test func anImpossibleDataOffsetIsNoSegment() throws {
    var message = FrameBuilder.tcp(from: 1, to: 2)
    message.bytes[12] = 0x40
    let frame = FrameBuilder.ethernet(FrameBuilder.ipv4(from: alice, to: bob, message))
    let packet = try #require(decode(frame).first)
    #expect(packet.transport == .none)
    #expect(packet.oddities == .badTransport)
    #expect(packet.sourcePort == 1)
  }

  @Test func aSnapLengthInTheOptionsLeavesASegment() throws {
    let frame = tcp(options: [1, 1] + Option.timestamps(1, echo: 2), payload: 1000)
    let packet = try #require(decode(Array(frame[..<60]), wireLength: frame.count).first)
    #expect(packet.transport == .tcp)
    #expect(packet.payloadLength == 1000)
    #expect(packet.payloadCaptured == 0)
    #expect(packet.oddities.contains([.truncatedHeader, .truncatedPayload]))
    #expect(packet.transportChecksum == .unverified)
  }

  private func tcp(options: [UInt8], payload: Int = 0) -> [UInt8] {
    let payload = Array(repeating: UInt8(0x55), count: payload)
    return FrameBuilder.ethernet(
      FrameBuilder.ipv4(
        from: alice,
        to: bob,
        FrameBuilder.tcp(from: 1, to: 2, options: options, payload)
      )
    )
  }
}
