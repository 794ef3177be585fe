import Packets
import TestSupport
import Testing

struct FragmentTests {
  /// A datagram of 3,000 bytes of payload, as IPv4 fragments in order.
  private let pieces: [[UInt8]] = Self.fragments(identification: 7)

  private static func fragments(identification: UInt16) -> [[UInt8]] {
    let whole = FrameBuilder.ipv4(
      from: alice,
      to: bob,
      FrameBuilder.udp(from: 1000, to: 2000, Array(repeating: 0xab, count: 3_000))
    )
    let payload = Array(whole.bytes[20...])
    return stride(from: 0, to: payload.count, by: 1_000).map { start in
      let end = min(start + 1_000, payload.count)
      let message = FrameBuilder.Message(ipProtocol: 17, bytes: Array(payload[start..<end]))
      return FrameBuilder.ethernet(
        FrameBuilder.ipv4(
          from: alice,
          to: bob,
          message,
          identification: identification,
          fragmentOffset: start,
          moreFragments: end < payload.count
        )
      )
    }
  }

  @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]])
  func theLastToArriveCarriesTheDatagram(order: [Int]) throws {
    var decoder = PacketDecoder()
    for index in order.dropLast() {
      let packet = try #require(decode(pieces[index], by: &decoder).first)
      #expect(packet.transport == .fragment)
      #expect(packet.fragments == 0)
    }
    let packet = try #require(decode(pieces[order[3]], by: &decoder).first)
    #expect(packet.transport == .udp)
    #expect(packet.fragments == 4)
    #expect(packet.sourcePort == 1000)
    #expect(packet.payloadLength == 3_000)
    #expect(packet.payloadReassembled)
    #expect(packet.transportChecksum == .good)
    #expect(decoder.reassembled.count == 3_008)
    #expect(decoder.reassembled.last == 0xab)
    #expect(decoder.fragmentCounters.datagrams == 1)
  }

  @Test func aDatagramThatTakesTooLongIsGivenUp() throws {
    var decoder = PacketDecoder()
    for piece in pieces.dropLast() { _ = decode(piece, at: 0, by: &decoder) }
    let packet = try #require(decode(pieces[3], at: 31, by: &decoder).first)
    #expect(packet.transport == .fragment)
    #expect(decoder.fragmentCounters.timedOut == 1)
  }

  @Test func aRepeatedFragmentIsAnOverlapThatChangesNothing() throws {
    var decoder = PacketDecoder()
    for piece in pieces.dropLast() { _ = decode(piece, by: &decoder) }
    let repeated = try #require(decode(pieces[1], by: &decoder).first)
    #expect(repeated.oddities == .fragmentOverlap)
    let packet = try #require(decode(pieces[3], by: &decoder).first)
    #expect(packet.transport == .udp)
    #expect(packet.transportChecksum == .good)
  }

  @Test func aFloodOfFirstFragmentsDisplacesTheOldest() {
    var decoder = PacketDecoder()
    for identification in 0..<2_000 as Range<UInt16> {
      _ = decode(Self.fragments(identification: identification)[0], by: &decoder)
    }
    #expect(decoder.fragmentCounters.fragments == 2_000)
    #expect(decoder.fragmentCounters.discarded == 2_000 - 1_024)
  }

  @Test(arguments: [false, true])
  func ipv6DropsDatagramsThatOverlap(overlaps: Bool) throws {
    let datagram = FrameBuilder.udp(from: 1, to: 2, Array(repeating: 1, count: 56))
    let second = overlaps ? 24 : 32
    var decoder = PacketDecoder()
    var last: PacketHeaders?
    for (range, more) in [(0..<32, true), (second..<64, false)] {
      let header = FrameBuilder.fragmentHeader(
        next: 17,
        offset: range.lowerBound,
        moreFragments: more,
        identification: 9
      )
      let message = FrameBuilder.Message(ipProtocol: 17, bytes: Array(datagram.bytes[range]))
      let packet = FrameBuilder.ipv6(
        from: alice6,
        to: bob6,
        message,
        firstHeader: 44,
        extensions: header
      )
      last = decode(FrameBuilder.ethernet(packet), by: &decoder).first
    }
    let packet = try #require(last)
    #expect(packet.transport == (overlaps ? .fragment : .udp))
    #expect(packet.oddities == (overlaps ? .fragmentOverlap : []))
    #expect(decoder.fragmentCounters.discarded == (overlaps ? 1 : 0))
  }
}
