import CaptureFiles
import Testing

struct SnoopTests {
  static func file(version: UInt32 = 2, network: UInt32 = 4) -> CaptureBytes {
    var file = CaptureBytes(isLittle: false)
    file.bytes += Array("snoop".utf8) + [0, 0, 0]
    file.add32(version)
    file.add32(network)
    file.add32(9)
    file.add32(3)
    file.add32(28)
    file.add32(2)
    file.add32(10)
    file.add32(500)
    file.bytes += [1, 2, 3, 0]
    return file
  }

  @Test func readsPacketsWithTheirPadding() throws {
    var file = Self.file()
    file.bytes += Self.file().bytes.dropFirst(16)
    let read = try ReadCapture(file.bytes)
    let packet = ReadPacket(
      data: [1, 2, 3],
      originalLength: 9,
      nanoseconds: 10_000_500_000,
      interface: 0,
      linkType: 1
    )
    #expect(read.packets == [packet, packet])
    #expect(read.facts.format == .snoop)
  }

  @Test func reportsARecordThatLeavesNoRoomForItsHeader() throws {
    var file = Self.file()
    file.bytes[16 + 11] = 20
    let read = try ReadCapture(file.bytes)
    #expect(read.packets.isEmpty)
    #expect(read.facts.damage.map(\.reason) == [.badRecordLength(length: 20)])
  }

  @Test func refusesUnknownVersionsAndLinkTypes() {
    #expect(throws: CaptureFileError.self) { try ReadCapture(Self.file(version: 9).bytes) }
    #expect(throws: CaptureFileError.self) { try ReadCapture(Self.file(network: 77).bytes) }
  }
}
