import Packets
import Testing

@testable import Flows

/// Which segments with a wrong checksum were damaged on the way.
struct ChecksumTests {
  private static let right: [Told] = (0..<8).map { .client(1 + 100 * $0, 100) }
  private static let damaged = Told.client(801, 100).checksum(.bad)

  @Test func aRareWrongChecksumMeansDamage() {
    let story = Story(Told.handshake + Self.right + [Self.damaged, .client(801, 100, after: 5)])
    #expect(story.log == ["12 bad_checksum"])
    #expect(story.flows.first?.forward.badChecksums == 1)
    #expect(story.tcp.originator.uniqueBytes == 900)
  }

  @Test func aHostWithManyWrongOnesLeavesThemToItsAdapter() {
    let wrong = (Told.handshake + Self.right).map { $0.checksum(.bad) }
    #expect(Story(wrong).log.isEmpty)
    let mixed = Told.handshake + Self.right[..<2] + [.client(201, 100).checksum(.bad)]
    #expect(Story(mixed).log.isEmpty)
  }

  @Test func aSegmentAboveTheMaximumWasPutTogetherAfterItsArrival() {
    var synAck = Told.synAck()
    synAck.window = 60_000
    synAck.options.present.insert(.maximumSegmentSize)
    synAck.options.maximumSegmentSize = 100
    let coalesced = Told.client(801, 200).checksum(.bad)
    let story = Story([.syn(), synAck, .client(1, after: 10)] + Self.right + [coalesced])
    #expect(story.log.isEmpty)
    #expect(story.tcp.originator.uniqueBytes == 1000)
  }

  @Test func longConnectionsKeepTheRatio() {
    let many: [Told] = (0..<300).flatMap { index in
      [.client(1 + 100 * index, 100), .server(ack: 101 + 100 * index)]
    }
    let story = Story(Told.handshake + many + [.client(30_001, 100).checksum(.bad)])
    #expect(story.log == ["604 bad_checksum"])
  }
}
