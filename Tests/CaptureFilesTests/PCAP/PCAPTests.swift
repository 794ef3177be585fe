import CaptureFiles
import Testing

struct PCAPTests {
  struct Variant: Sendable, CustomStringConvertible {
    var magic: UInt32
    var isLittle: Bool
    var format: CaptureFormat
    var nanoseconds: Int64
    var description: String { "\(format) \(isLittle ? "little" : "big") endian" }
  }

  static let variants = [true, false].flatMap { isLittle in
    [
      Variant(magic: 0xA1B2_C3D4, isLittle: isLittle, format: .pcap, nanoseconds: 7_000),
      Variant(
        magic: 0xA1B2_3C4D,
        isLittle: isLittle,
        format: .pcapNanoseconds,
        nanoseconds: 7
      ),
    ]
  }

  @Test(arguments: variants)
  func readsBothPrecisionsInBothByteOrders(_ variant: Variant) throws {
    var file = CaptureBytes(isLittle: variant.isLittle)
    file.pcapHeader(magic: variant.magic, network: 113)
    file.pcapRecord(5, 7, [1, 2, 3], original: 9)
    file.pcapRecord(6, 7, [])
    let read = try ReadCapture(file.bytes)
    #expect(
      read.packets == [
        ReadPacket(
          data: [1, 2, 3],
          originalLength: 9,
          nanoseconds: 5_000_000_000 + variant.nanoseconds,
          interface: 0,
          linkType: 113
        ),
        ReadPacket(
          data: [],
          originalLength: 0,
          nanoseconds: 6_000_000_000 + variant.nanoseconds,
          interface: 0,
          linkType: 113
        ),
      ]
    )
    #expect(read.facts.format == variant.format)
    #expect(read.facts.byteOrder == (variant.isLittle ? .little : .big))
    #expect(read.facts.snapLength == 65_535)
    #expect(read.facts.dataBytes == 9)
    #expect(read.facts.capturedBytes == 3)
    #expect(read.facts.cutLengths == 3...3)
    #expect(read.facts.damage.isEmpty)
    #expect(read.records.map(\.fileOffset) == [24, 43])
  }

  @Test(arguments: [
    (CaptureFormat.pcapRedHat61, UInt32(0xA1B2_C3D4), 8), (.pcapModified, 0xA1B2_CD34, 8),
    (.pcapSuSE63, 0xA1B2_CD34, 12),
  ])
  func recognisesDialectsByTheirRecords(
    _ format: CaptureFormat,
    _ magic: UInt32,
    _ extraLength: Int
  ) throws {
    var file = CaptureBytes()
    file.pcapHeader(magic: magic)
    // Interface index 2, EtherType 0x800, packet type 0.
    let extra: [UInt8] = [2, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0]
    for second in UInt32(1)...4 {
      let data = [UInt8](repeating: 0xEE, count: 60)
      file.pcapRecord(second, 0, data, extra: Array(extra.prefix(extraLength)))
    }
    let read = try ReadCapture(file.bytes)
    #expect(read.facts.format == format)
    #expect(read.packets.count == 4)
    #expect(read.packets.allSatisfy { $0.data == [UInt8](repeating: 0xEE, count: 60) })
  }

  @Test(arguments: [(UInt16(2), UInt16(2)), (2, 3), (543, 0)])
  func swapsTheLengthsOfOldVersions(_ major: UInt16, _ minor: UInt16) throws {
    var file = CaptureBytes()
    file.pcapHeader(major: major, minor: minor)
    file.add32(1)
    file.add32(0)
    file.add32(1_000)
    file.add32(4)
    file.bytes += [9, 9, 9, 9]
    let read = try ReadCapture(file.bytes)
    #expect(read.packets.map(\.data) == [[9, 9, 9, 9]])
    #expect(read.packets.map(\.originalLength) == [1_000])
  }

  @Test func translatesTheInterfaceTypesOfAIX() throws {
    var file = CaptureBytes()
    file.pcapHeader(minor: 2, network: 6)
    file.pcapRecord(1, 5, [1])
    let read = try ReadCapture(file.bytes)
    #expect(read.facts.format == .pcapAIX)
    #expect(read.packets.map(\.linkType) == [1])
    #expect(read.packets.map(\.nanoseconds) == [1_000_000_005])
  }

  @Test func takesTheFrameCheckLengthFromTheLinkType() throws {
    var file = CaptureBytes()
    file.pcapHeader(network: 0x2400_0001)
    let read = try ReadCapture(file.bytes)
    #expect(read.facts.interfaces.map(\.linkType) == [1])
    #expect(read.facts.interfaces.map(\.frameCheckLength) == [4])
  }

  @Test func keepsTheOriginalLengthAtLeastAtTheCapturedOne() throws {
    var file = CaptureBytes()
    file.pcapHeader()
    file.pcapRecord(1, 0, [1, 2, 3, 4], original: 2)
    let read = try ReadCapture(file.bytes)
    #expect(read.packets.map(\.originalLength) == [4])
    #expect(read.facts.packetsBelowCapturedLength == 1)
    #expect(read.facts.dataBytes == 2)
  }

  @Test func absurdTimesDoNotTrap() throws {
    var file = CaptureBytes()
    file.pcapHeader(magic: 0xA1B2_3C4D)
    file.pcapRecord(.max, .max, [1])
    let read = try ReadCapture(file.bytes)
    #expect(read.packets.map(\.nanoseconds) == [4_294_967_295_000_000_000 + 4_294_967_295])
  }

  @Test func refusesWhatItDoesNotKnow() {
    var old = CaptureBytes()
    old.pcapHeader(major: 1)
    #expect(throws: CaptureFileError.self) { try ReadCapture(old.bytes) }
    var reserved = CaptureBytes()
    reserved.pcapHeader(network: 0x0001_0001)
    #expect(throws: CaptureFileError.self) { try ReadCapture(reserved.bytes) }
    #expect(throws: CaptureFileError.empty(path: "memory")) { try ReadCapture([]) }
    let text = Array("GET / HTTP/1.1".utf8)
    #expect(
      throws: CaptureFileError.notACapture(path: "memory", firstBytes: Array(text.prefix(8)))
    ) { try ReadCapture(text) }
    let short = Array(CaptureBytes.pcap(packets: 1).prefix(20))
    #expect(throws: CaptureFileError.self) { try ReadCapture(short) }
  }

  @Test func aPacketLargerThanTheBufferGrowsItOnlyAsFarAsNeeded() throws {
    var file = CaptureBytes()
    file.pcapHeader(snapLength: 262_144)
    let large = [UInt8](repeating: 7, count: 262_144)
    file.pcapRecord(1, 0, large)
    file.pcapRecord(2, 0, [1])
    let read = try ReadCapture(file.bytes)
    #expect(read.packets.map(\.data.count) == [262_144, 1])
    #expect(read.largestBuffer <= 1 << 20)
  }

  @Test func manyBatchesYieldWhatOneWould() throws {
    let bytes = CaptureBytes.pcap(packets: 20_000)
    let read = try ReadCapture(bytes)
    #expect(read.packets.count == 20_000)
    let offsets = (0..<20_000).map { (index: Int) -> UInt64 in UInt64(24 + index * 56) }
    #expect(read.records.map(\.fileOffset) == offsets)
    #expect(read.facts.bytesRead == UInt64(bytes.count))
    #expect(read.largestBuffer == 262_144)
    #expect(read.facts.timeOrder == .ordered)
  }
}
