import CaptureFiles
import TestSupport
import Testing

struct ExhaustiveReadingTests {
  /// Small captures of every format, as seeds for random damage.
  static let seeds: [[UInt8]] = [
    CaptureBytes.pcap(packets: 8), CaptureBytes.pcapng(packets: 8),
    CaptureBytes.pcap(packets: 8, isLittle: false), SnoopTests.file().bytes,
    CompressedBytes.gzip(CaptureBytes.pcap(packets: 8)),
    CompressedBytes.zstd(CaptureBytes.pcapng(packets: 8)),
    CompressedBytes.lz4(CaptureBytes.pcap(packets: 8)),
  ]

  @Test(arguments: seeds.indices)
  func randomDamageNeverTrapsOrHangs(_ seed: Int) {
    // The generator of Knuth's MMIX: the same damage in every run.
    var state = UInt64(seed) &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<400 {
      var bytes = Self.seeds[seed]
      for _ in 0...next(6) {
        let index = next(bytes.count)
        switch next(4) {
        case 0: bytes[index] = UInt8(next(256))
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(UInt8(next(256)), at: index)
        default: bytes[index] = [0, 0xFF, 0x7F, 0x80][next(4)]
        }
      }
      CaptureReader.readEverything(in: bytes)
    }
  }

  @Test func everythingThatIsReadCounts() {
    let sums = Self.seeds.map { CaptureReader.readEverything(in: $0) }
    // Byte order and compression change nothing of what is read; the format and its times do.
    #expect(sums[0] == sums[2] && sums[0] == sums[4] && sums[0] == sums[6])
    #expect(sums[1] == sums[5])
    #expect(Set(sums).count == 3)
    #expect(CaptureReader.readEverything(in: []) == 4)
  }
}
