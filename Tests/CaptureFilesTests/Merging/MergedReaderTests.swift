import CaptureFiles
import TestSupport
import Testing

struct MergedReaderTests {
  /// A pcap file whose packets hold the given letter, at the given seconds.
  private func pcap(_ letter: Character, _ seconds: [UInt32], network: UInt32 = 1) -> [UInt8] {
    var file = CaptureBytes()
    file.pcapHeader(network: network)
    for second in seconds {
      file.pcapRecord(second, 0, [letter.asciiValue ?? 0, UInt8(truncatingIfNeeded: second)])
    }
    return file.bytes
  }

  private func text(_ read: ReadCapture) -> String {
    read.packets.map { packet in
      String(decoding: packet.data.prefix(1), as: UTF8.self) + String(packet.data[1])
    }.joined(separator: " ")
  }

  @Test func mergesByTimeAndByFileWhereTimesAreEqual() throws {
    let folder = try TemporaryDirectory()
    let paths = [
      try folder.write(pcap("a", [1, 4, 4, 9]), to: "a"),
      try folder.write(pcap("b", [2, 4, 8], network: 113), to: "b"),
      try folder.write(pcap("c", []), to: "c"),
      try folder.write(pcap("d", [3, 4]), to: "d"),
    ]
    let read = try ReadCapture(merging: paths)
    #expect(text(read) == "a1 b2 d3 a4 a4 b4 d4 b8 a9")
    #expect(read.packets.map(\.interface) == [0, 1, 3, 0, 0, 1, 3, 1, 0])
    #expect(read.packets.map(\.linkType) == [1, 113, 1, 1, 1, 113, 1, 113, 1])
    #expect(read.facts.packets == 9)
    #expect(read.facts.interfaces.map(\.packets) == [4, 3, 0, 2])
    #expect(read.facts.timeOrder == .ordered)
    #expect(read.facts.earliestTime == 1_000_000_000)
    #expect(read.facts.latestTime == 9_000_000_000)
  }

  @Test func keepsEachFilesOwnOrder() throws {
    let folder = try TemporaryDirectory()
    let paths = [
      try folder.write(pcap("a", [5, 2, 6]), to: "a"),
      try folder.write(pcap("b", [1, 7, 3]), to: "b"),
    ]
    let read = try ReadCapture(merging: paths)
    #expect(text(read) == "b1 a5 a2 a6 b7 b3")
    #expect(read.facts.timeOrder == .unordered)
  }

  @Test func manyBatchesOfManyFilesStayInOrder() throws {
    let folder = try TemporaryDirectory()
    var paths: [String] = []
    for file in 0..<7 {
      var bytes = CaptureBytes()
      bytes.pcapHeader()
      for index in 0..<3_000 {
        let time = UInt32(index * 7 + file)
        bytes.pcapRecord(time, 0, [UInt8](repeating: UInt8(file), count: 50))
      }
      paths.append(try folder.write(bytes.bytes, to: "file\(file)"))
    }
    let read = try ReadCapture(merging: paths)
    let expected = (0..<21_000).map { (index: Int) -> Int64 in Int64(index) * 1_000_000_000 }
    #expect(read.packets.map(\.nanoseconds) == expected)
    let isRight = read.packets.enumerated().allSatisfy { index, packet in
      packet.data == [UInt8](repeating: UInt8(index % 7), count: 50)
    }
    #expect(isRight)
  }

  @Test func oneFileReadsAsItIs() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(CaptureBytes.pcapng(packets: 10), to: "one")
    let merged = try ReadCapture(merging: [path])
    let single = try ReadCapture(path: path)
    #expect(merged.records == single.records)
    #expect(merged.facts == single.facts)
  }

  @Test func damageOfOneFileDoesNotStopTheOthers() throws {
    let folder = try TemporaryDirectory()
    let paths = [
      try folder.write(pcap("a", [1, 3, 5]).dropLast(3), to: "a"),
      try folder.write(pcap("b", [2, 4, 6]), to: "b"),
    ]
    let read = try ReadCapture(merging: paths)
    #expect(text(read) == "a1 b2 a3 b4 b6")
    #expect(read.facts.damage.count == 1)
  }

  @Test func tooManyFilesAreRefused() {
    #expect(throws: CaptureFileError.self) {
      try MergedReader(paths: [String](repeating: "-", count: 1_000)).facts
    }
  }
}
