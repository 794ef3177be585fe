import CaptureFiles
import Testing

struct CompressionTests {
  static let kinds = CaptureCompression.allCases

  private func compressed(_ bytes: [UInt8], _ kind: CaptureCompression) -> [UInt8] {
    CompressedBytes.compress(bytes, kind.rawValue)
  }

  @Test(arguments: kinds, [1, 7, Int.max])
  func compressedCapturesReadLikePlainOnes(_ kind: CaptureCompression, _ piece: Int) throws {
    for bytes in [CaptureBytes.pcap(packets: 500), CaptureBytes.pcapng(packets: 500)] {
      let plain = try ReadCapture(bytes)
      let file = compressed(bytes, kind)
      let read = try ReadCapture(file, piece: piece)
      #expect(read.packets == plain.packets)
      #expect(read.records.map(\.fileOffset) == plain.records.map(\.fileOffset))
      #expect(read.facts.compression == kind)
      #expect(read.facts.fileSize == UInt64(file.count))
      #expect(read.facts.bytesRead == UInt64(bytes.count))
      #expect(read.facts.damage.isEmpty)
    }
  }

  @Test(arguments: kinds, [1, Int.max])
  func severalMembersReadAsOneFile(_ kind: CaptureCompression, _ piece: Int) throws {
    let bytes = CaptureBytes.pcap(packets: 100)
    let split = 24 + 30 * 56 + 11
    let file =
      compressed(Array(bytes[..<split]), kind) + compressed([], kind)
      + compressed(Array(bytes[split...]), kind)
    let read = try ReadCapture(file, piece: piece)
    #expect(read.packets.count == 100)
    #expect(read.facts.damage.isEmpty)
  }

  @Test(arguments: kinds)
  func everyTruncationOfCompressedDataIsReported(_ kind: CaptureCompression) throws {
    let bytes = CaptureBytes.pcap(packets: 30)
    let file = compressed(bytes, kind)
    for length in 4..<file.count {
      guard let read = try? ReadCapture(Array(file[..<length])) else { continue }
      #expect(read.packets.count <= 30)
      guard case .truncated = try #require(read.facts.damage.last).reason else {
        Issue.record("\(read.facts.damage) at \(length)")
        continue
      }
    }
  }

  @Test(arguments: kinds)
  func everyFlippedByteOfCompressedDataIsSurvived(_ kind: CaptureCompression) {
    let file = compressed(CaptureBytes.pcap(packets: 30), kind)
    for index in file.indices {
      var bytes = file
      bytes[index] ^= 0xFF
      guard let read = try? ReadCapture(bytes) else { continue }
      #expect(read.largestBuffer <= 1 << 20)
    }
  }

  @Test(arguments: kinds)
  func trailingBytesAreReportedAndZerosAreNot(_ kind: CaptureCompression) throws {
    let file = compressed(CaptureBytes.pcap(packets: 3), kind)
    let padded = try ReadCapture(file + [0, 0, 0, 0, 0, 0])
    #expect(padded.packets.count == 3)
    #expect(padded.facts.damage.isEmpty)
    let trailed = try ReadCapture(file + Array("junk behind".utf8))
    #expect(trailed.packets.count == 3)
    #expect(trailed.facts.damage.map(\.reason) == [.trailingBytes])
  }

  @Test(arguments: kinds)
  func bombsAreStopped(_ kind: CaptureCompression) throws {
    var limits = CaptureLimits()
    limits.freeExpansion = 1 << 20
    limits.expansionRatio = 50
    var file = CaptureBytes()
    file.pcapHeader(snapLength: 262_144)
    let zeros = [UInt8](repeating: 0, count: 200_000)
    for second in UInt32(0)..<100 { file.pcapRecord(second, 0, zeros) }
    let read = try ReadCapture(compressed(file.bytes, kind), limits: limits)
    #expect(read.packets.count < 30)
    #expect(read.facts.damage.contains { $0.reason == .expansionLimit(kind) })
    #expect(read.facts.bytesRead <= 2 << 20)
    var absolute = CaptureLimits()
    absolute.expandedBytes = 1 << 20
    let stopped = try ReadCapture(compressed(file.bytes, kind), limits: absolute)
    #expect(stopped.facts.damage.contains { $0.reason == .expansionLimit(kind) })
  }

  @Test func windowsBeyondTheLimitAreRefused() {
    let bytes = CaptureBytes.pcap(packets: 100)
    let file = CompressedBytes.zstd(bytes, windowLog: 27)
    #expect(throws: CaptureFileError.self) { try ReadCapture(file) }
    var limits = CaptureLimits()
    limits.zstdWindowLog = 27
    #expect(throws: Never.self) { try ReadCapture(file, limits: limits) }
  }
}
