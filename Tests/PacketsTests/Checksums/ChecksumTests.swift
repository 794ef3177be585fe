import Packets
import TestSupport
import Testing

struct ChecksumTests {
  /// Every length around the words of the fast loop, against the plain sum of RFC 1071.
  @Test func payloadSumsAreThoseOfThePlainAlgorithm() throws {
    for count in 0...200 {
      let payload = (0..<count).map { UInt8(truncatingIfNeeded: 255 - $0 * 7) }
      let packet = try #require(decode(frame(payload)).first)
      let plain = ~FrameBuilder.checksum(payload)
      #expect(packet.payloadSum == plain, "\(count) bytes")
      #expect(packet.transportChecksum == .good, "\(count) bytes")
    }
  }

  @Test func aChangedByteMakesABadChecksum() throws {
    var bytes = frame([1, 2, 3])
    bytes[56] ^= 0x10
    #expect(decode(bytes).first?.transportChecksum == .bad)
    bytes[22] ^= 1
    #expect(decode(bytes).first?.networkChecksum == .bad)
  }

  @Test func thePseudoHeaderSumAloneMeansOffload() throws {
    var bytes = frame([1, 2, 3])
    let pseudo: [UInt8] = Array(bytes[26..<34]) + [0, 6, 0, 23]
    bytes.replaceSubrange(50..<52, with: FrameBuilder.bigEndian(~FrameBuilder.checksum(pseudo)))
    bytes.replaceSubrange(24..<26, with: [0, 0])
    let packet = try #require(decode(bytes).first)
    #expect(packet.transportChecksum == .offloaded)
    #expect(packet.networkChecksum == .offloaded)
  }

  @Test func aCutPacketIsUnverified() throws {
    let bytes = frame(Array(repeating: 9, count: 100))
    let packet = try #require(decode(Array(bytes[..<80]), wireLength: bytes.count).first)
    #expect(packet.transportChecksum == .unverified)
    #expect(packet.networkChecksum == .good)
  }

  private func frame(_ payload: [UInt8]) -> [UInt8] {
    FrameBuilder.ethernet(
      FrameBuilder.ipv4(from: alice, to: bob, FrameBuilder.tcp(from: 1, to: 2, payload))
    )
  }
}
