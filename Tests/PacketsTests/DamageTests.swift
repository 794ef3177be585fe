import Packets
import TestSupport
import Testing

/// Damaged frames: no trap, always a result, and never more payload than there are bytes.
struct DamageTests {
  @Test(arguments: SampleFrame.all)
  func aFrameCutAnywhereIsStillAccountedFor(sample: SampleFrame) {
    for length in 0...sample.bytes.count {
      let cut = Array(sample.bytes[..<length])
      check(decode(cut, as: sample.linkType, wireLength: sample.bytes.count), count: length)
      check(decode(cut, as: sample.linkType), count: length)
    }
  }

  @Test(arguments: SampleFrame.all)
  func aFrameWithAnyByteChangedIsStillAccountedFor(sample: SampleFrame) {
    for index in sample.bytes.indices {
      var bytes = sample.bytes
      for value in [0x00, 0x01, 0x0f, 0x40, 0x60, 0x7f, 0x80, 0xff, ~bytes[index]] as [UInt8] {
        bytes[index] = value
        check(decode(bytes, as: sample.linkType), count: bytes.count)
      }
    }
  }

  @Test(arguments: [LinkType.ethernet, .raw, .null, .linuxSLL, .linuxSLL2, .ppp, .ieee80211])
  func randomBytesAreReadWithoutATrap(linkType: LinkType) {
    var generator = SeededGenerator(seed: 42)
    var decoder = PacketDecoder()
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...120, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      check(decode(bytes, as: linkType, by: &decoder), count: count)
    }
  }

  private func check(_ packets: [PacketHeaders], count: Int) {
    #expect(!packets.isEmpty)
    for packet in packets where !packet.payloadReassembled {
      if packet.payloadCaptured > 0 {
        #expect(Int(packet.payloadOffset) + Int(packet.payloadCaptured) <= count)
      }
      #expect(packet.payloadCaptured <= packet.payloadLength)
      #expect(packet.tcp.options.sackCount <= 4)
    }
  }
}

/// A generator whose numbers are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
