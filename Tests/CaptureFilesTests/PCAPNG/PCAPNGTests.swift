import CaptureFiles
import Testing

struct PCAPNGTests {
  @Test(arguments: [true, false])
  func readsAllThreePacketBlocks(_ isLittle: Bool) throws {
    var file = CaptureBytes(isLittle: isLittle)
    file.section()
    file.interface(linkType: 113, snapLength: 2)
    file.enhanced(time: 3_000_001, [1, 2, 3], original: 5)
    file.block(3) { body in
      body.add32(4)
      body.bytes += [7, 8]
    }
    file.block(2) { body in
      body.add16(0)
      body.add16(11)
      body.add32(0)
      body.add32(4_000_000)
      body.add32(1)
      body.add32(6)
      body.bytes += [9]
    }
    let read = try ReadCapture(file.bytes)
    #expect(read.packets.map(\.data) == [[1, 2, 3], [7, 8], [9]])
    #expect(read.packets.map(\.originalLength) == [5, 4, 6])
    #expect(read.packets.map(\.nanoseconds) == [3_000_001_000, 0, 4_000_000_000])
    #expect(read.records.map(\.hasTime) == [true, false, true])
    #expect(read.packets.allSatisfy { $0.linkType == 113 })
    #expect(read.facts.packetsWithoutTime == 1)
    #expect(read.facts.timeOrder == .unknown)
    #expect(read.facts.droppedBeforePackets == 11)
    #expect(read.facts.damage.isEmpty)
  }

  @Test(arguments: [
    (UInt8(6), Int64(0), UInt64(1_500_000), Int64(1_500_000_000)),
    (9, 0, 1_500_000_000, 1_500_000_000),
    (3, 0, 1_500, 1_500_000_000),
    (0, 10, 1, 11_000_000_000),
    (0x8A, 0, 1_536, 1_500_000_000),
    (12, 0, 1_500_000_000_000, 1_500_000_000),
    (6, -1, 1_500_000, 500_000_000),
    (9, 0, .max, .max),
    (0, 0, .max, .max),
    (0xFF, 0, .max, 1_999_999_999),
    (6, .min, 5, .min),
    (6, .max, 5, .max),
  ])
  func convertsTimesOfEveryResolution(
    _ resolution: UInt8,
    _ offset: Int64,
    _ units: UInt64,
    _ expected: Int64
  ) throws {
    var file = CaptureBytes()
    file.section()
    file.interface { body in
      body.option(9, [resolution])
      body.option(14, withUnsafeBytes(of: offset.littleEndian) { Array($0) })
    }
    file.enhanced(time: units, [1])
    #expect(try ReadCapture(file.bytes).packets.map(\.nanoseconds) == [expected])
  }

  @Test func numbersInterfacesOverAllSections() throws {
    var file = CaptureBytes()
    file.section()
    file.interface(linkType: 1)
    file.interface(linkType: 101)
    file.enhanced(interface: 1, time: 1, [1])
    var second = CaptureBytes(isLittle: false)
    second.section()
    second.interface(linkType: 113)
    second.enhanced(interface: 0, time: 2, [2])
    let read = try ReadCapture(file.bytes + second.bytes)
    #expect(read.packets.map(\.interface) == [1, 2])
    #expect(read.packets.map(\.linkType) == [101, 113])
    #expect(read.facts.interfaces.map(\.section) == [0, 0, 1])
    #expect(read.facts.interfaces.map(\.packets) == [0, 1, 1])
    #expect(read.facts.sections.map(\.byteOrder) == [.little, .big])
    #expect(read.facts.encapsulation == .perPacket)
  }

  @Test func keepsWhatTheBlocksSay() throws {
    var file = CaptureBytes()
    file.section { body in
      body.option(1, Array("first".utf8))
      body.option(1, Array("second".utf8))
      body.option(2, Array("board".utf8))
      body.option(3, Array("system".utf8))
      body.option(4, Array("program".utf8))
    }
    file.interface(snapLength: 96) { body in
      body.option(2, Array("eth0".utf8))
      body.option(3, Array("uplink".utf8))
      body.option(8, [0, 0xCA, 0x9A, 0x3B, 0, 0, 0, 0])
      body.option(11, [0] + Array("tcp".utf8))
      body.option(12, Array("Linux".utf8))
      body.option(15, Array("card".utf8))
      body.option(0, [])
    }
    file.enhanced(time: 1, [1]) { body in
      body.option(1, Array("look here".utf8))
      body.option(4, [3, 0, 0, 0, 0, 0, 0, 0])
    }
    file.block(5) { body in
      body.add32(0)
      body.add64(0)
      body.option(4, [10, 0, 0, 0, 0, 0, 0, 0])
      body.option(5, [2, 0, 0, 0, 0, 0, 0, 0])
    }
    file.block(4) { body in
      body.option(1, [192, 0, 2, 1] + Array("host".utf8) + [0] + Array("alias".utf8) + [0])
      body.add32(0)
    }
    file.block(10) { body in
      body.add32(0x544C_534B)
      body.add32(3)
      body.bytes += [1, 2, 3]
    }
    for type in [UInt32(9), 0xBAD, 0x4000_0BAD, 0x1234_5678] { file.block(type) { $0.add32(1) } }
    let facts = try ReadCapture(file.bytes).facts
    #expect(facts.comments == ["first", "second"])
    #expect(facts.hardware == "board")
    #expect(facts.operatingSystem == "system")
    #expect(facts.application == "program")
    let interface = try #require(facts.interfaces.first)
    #expect(interface.name == "eth0")
    #expect(interface.description == "uplink")
    #expect(interface.speed == 1_000_000_000)
    #expect(interface.filter == .text("tcp"))
    #expect(interface.operatingSystem == "Linux")
    #expect(interface.hardware == "card")
    #expect(interface.snapLength == 96)
    #expect(interface.statistics.received == 10)
    #expect(interface.statistics.droppedByInterface == 2)
    #expect(interface.statistics.droppedBySystem == nil)
    #expect(facts.packetComments == [CapturePacketComment(frame: 1, text: "look here")])
    #expect(facts.droppedBeforePackets == 3)
    #expect(facts.names == [CaptureName(address: [192, 0, 2, 1], names: ["host", "alias"])])
    #expect(facts.secrets == [CaptureSecrets(kind: 0x544C_534B, length: 3, bytes: [1, 2, 3])])
    #expect(facts.skippedBlocks == [9: 1, 0xBAD: 1, 0x4000_0BAD: 1, 0x1234_5678: 1])
  }

  @Test func textsBeyondTheLimitAreCountedNotKept() throws {
    var limits = CaptureLimits()
    limits.metadataBytes = 300
    limits.packetComments = 1
    var file = CaptureBytes()
    file.section()
    file.interface()
    for _ in 0..<3 {
      file.enhanced(time: 1, [1]) { $0.option(1, Array("comment".utf8)) }
    }
    let facts = try ReadCapture(file.bytes, limits: limits).facts
    #expect(facts.packetComments.count == 1)
    #expect(facts.metadataRefused == 2)
    #expect(facts.packets == 3)
  }
}
