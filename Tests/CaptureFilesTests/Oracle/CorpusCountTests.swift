import CaptureFiles
import TestSupport
import Testing

@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusCountTests {
  /// Frames that tshark numbers and that hold no packet, by file: its custom blocks.
  static let framesWithoutPacket = [
    "pcapng-gen__output_le-advanced-test102.pcapng": 3,
    "apus-fuzz__pcapng-gen-test102-file.pcapng": 2,
  ]

  /// Files whose first bytes already belong to no known version.
  static let refused: Set = [
    "libpcap__pcapng-invalid-vers-1.pcapng", "libpcap__pcap-invalid-version-1.pcap",
  ]

  /// Where each damaged file of the corpus is damaged.
  static let damageOffsets: [String: UInt64] = [
    "ndpi__fuzz-2021-10-13.pcap": 237,
    "libpcap__shb-option-too-long.pcapng": 0,
    "pcapplusplus__crash-pcapng-epb-unbounded-length.fuzz": 48,
    "pcapplusplus__cf-5188876846235648.fuzz": 1_064,
    "pcapplusplus__cf-5643903448645632.fuzz": 361,
    "pcapplusplus__cf-5165538295939072.fuzz": 30_760,
    "apus-fuzz__chrissanders-http_espn-file.pcapng": 168_888,
    "apus-fuzz__zeek-tls1.2-file.pcap": 5_834,
    "apus-fuzz__zeek-mixed-vlan-mpls-file.pcap": 12_545,
    "apus-fuzz__pcapng-gen-test102-file.pcapng": 1_836,
  ]

  @Test(arguments: Corpus.captures)
  func packetsEqualTheIndex(_ capture: CorpusCapture) throws {
    guard !Self.refused.contains(capture.name) else {
      #expect(throws: CaptureFileError.self) { try ReadCapture(path: capture.path) }
      #expect(capture.packets == 0)
      return
    }
    let read = try ReadCapture(path: capture.path)
    let extra = Self.framesWithoutPacket[capture.name] ?? 0
    #expect(read.packets.count + extra == capture.packets)
    #expect(read.facts.packets == UInt64(read.packets.count))
    #expect(read.facts.recoveredPackets == 0)
    #expect(read.facts.damage.first?.byteOffset == Self.damageOffsets[capture.name])
    #expect(read.facts.damage.count <= 1)
  }

  @Test(arguments: Corpus.captures)
  func recoveryOnlyAddsPackets(_ capture: CorpusCapture) throws {
    guard !Self.refused.contains(capture.name) else { return }
    var limits = CaptureLimits()
    limits.recovers = true
    let plain = try ReadCapture(path: capture.path)
    let recovered = try ReadCapture(path: capture.path, limits: limits)
    #expect(recovered.packets.starts(with: plain.packets))
    let added = recovered.packets.count - plain.packets.count
    #expect(recovered.facts.recoveredPackets == UInt64(added))
    if plain.facts.damage.isEmpty { #expect(added == 0) }
  }

  @Test(arguments: Corpus.captures.filter { $0.size < 60_000 })
  func slowPipesYieldTheSamePackets(_ capture: CorpusCapture) throws {
    guard !Self.refused.contains(capture.name) else { return }
    let bytes = try FileBytes.read(capture.path)
    let whole = try ReadCapture(bytes)
    let dripped = try ReadCapture(bytes, piece: bytes.count < 4_000 ? 1 : 97)
    #expect(whole.packets == dripped.packets)
    #expect(whole.facts == dripped.facts)
  }
}
