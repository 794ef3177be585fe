import CaptureFiles
import Testing

/// Damage at every place of small captures: never a trap, a hang or an invented packet.
struct DamageSweepTests {
  struct Sample: Sendable, CustomStringConvertible {
    var description: String
    var bytes: [UInt8]
    /// Offsets at which a packet's record ends.
    var ends: [Int]
  }

  static let samples = [true, false].flatMap { isLittle in
    let order = isLittle ? "little" : "big"
    return [
      Sample(
        description: "pcap, \(order) endian",
        bytes: CaptureBytes.pcap(packets: 6, isLittle: isLittle),
        ends: (1...6).map { 24 + $0 * 56 }
      ),
      Sample(
        description: "pcapng, \(order) endian",
        bytes: CaptureBytes.pcapng(packets: 6, isLittle: isLittle),
        ends: (1...6).map { 48 + $0 * 72 }
      ),
    ]
  }

  @Test(arguments: samples, [false, true])
  func everyTruncationYieldsTheWholePacketsBeforeIt(_ sample: Sample, _ recovers: Bool) throws {
    var limits = CaptureLimits()
    limits.recovers = recovers
    for length in 28..<sample.bytes.count {
      let whole = sample.ends.filter { $0 <= length }.count
      let read = try ReadCapture(Array(sample.bytes[..<length]), limits: limits)
      #expect(read.packets.count == whole, "cut at \(length)")
      let start = ([sample.description.hasPrefix("pcapng") ? 48 : 24] + sample.ends)
        .last { $0 <= length }
      let isClean = start == length || (length == 28 && start == nil)
      #expect(read.facts.damage.isEmpty == isClean, "cut at \(length)")
      if let start, !isClean {
        let damage = try #require(read.facts.damage.first)
        #expect(damage.byteOffset == UInt64(start))
        #expect(damage.packetsBefore == UInt64(whole))
        guard case .truncated = damage.reason else {
          Issue.record("\(damage.reason) at \(length)")
          continue
        }
      }
    }
  }

  @Test(arguments: samples, [false, true])
  func everyFlippedByteIsSurvived(_ sample: Sample, _ recovers: Bool) throws {
    var limits = CaptureLimits()
    limits.recovers = recovers
    for index in sample.bytes.indices {
      for mask in [UInt8(0x01), 0x80, 0xFF] {
        var bytes = sample.bytes
        bytes[index] ^= mask
        guard let read = try? ReadCapture(bytes, limits: limits) else {
          // Only the header can make a file unreadable.
          #expect(index < 28)
          continue
        }
        #expect(read.packets.count <= 6)
        #expect(read.largestBuffer <= 1 << 20)
        if recovers, index >= 100 { #expect(read.packets.count >= 2) }
      }
    }
  }

  @Test(arguments: samples)
  func recoveryFindsThePacketsBehindABadRecord(_ sample: Sample) throws {
    var limits = CaptureLimits()
    limits.recovers = true
    var bytes = sample.bytes
    // The lengths of the second record become absurd.
    let start = sample.ends[0]
    for index in start + 4..<start + 16 { bytes[index] = 0xFE }
    let plain = try ReadCapture(bytes)
    #expect(plain.packets.count == 1)
    #expect(plain.facts.damage.map(\.byteOffset) == [UInt64(start)])
    let recovered = try ReadCapture(bytes, limits: limits)
    #expect(recovered.packets.count == 5)
    #expect(recovered.facts.recoveredPackets == 4)
    let damage = try #require(recovered.facts.damage.first)
    #expect(damage.resumed)
    #expect(damage.bytesSkipped == UInt64(sample.ends[1] - start))
    let slow = try ReadCapture(bytes, piece: 1, limits: limits)
    #expect(slow.packets == recovered.packets)
    #expect(slow.facts == recovered.facts)
  }

  @Test func absurdLengthsDoNotAllocate() throws {
    var limits = CaptureLimits()
    limits.recovers = true
    // D-Bus allows packets of 128 MiB; the file has 1,000 bytes of one.
    var file = CaptureBytes()
    file.pcapHeader(network: 231)
    file.add32(1)
    file.add32(1)
    file.add32(100 << 20)
    file.add32(100 << 20)
    file.bytes += [UInt8](repeating: 1, count: 1_000)
    let read = try ReadCapture(file.bytes)
    #expect(read.largestBuffer == 262_144)
    #expect(read.facts.damage.map(\.reason) == [.truncated(missing: (100 << 20) - 1_000)])
  }

  @Test func damageIsCountedBeyondItsLimit() throws {
    var limits = CaptureLimits()
    limits.recovers = true
    limits.damages = 3
    var file = CaptureBytes()
    file.section()
    file.interface()
    for index in 0..<10 {
      file.enhanced(interface: 9, time: UInt64(index), [1])
      file.enhanced(interface: 0, time: UInt64(index), [2])
    }
    let read = try ReadCapture(file.bytes, limits: limits)
    #expect(read.packets.map(\.data) == [[UInt8]](repeating: [2], count: 10))
    #expect(read.facts.damage.count == 3)
    #expect(read.facts.furtherDamage == 7)
    #expect(read.facts.recoveredPackets == 10)
  }
}
