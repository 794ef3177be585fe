import Packets
import Testing

@testable import Analysis

struct CaptureTotalsTests {
  /// Frames 1 to 4: TCP, UDP earlier than it, UDP with TCP inside, a cut ARP of an odd header.
  static let headers: [PacketHeaders] = {
    let tcp = Frame.packet(
      .tcp,
      from: "10.0.0.1",
      1,
      to: "10.0.0.2",
      2,
      frame: 1,
      seconds: 50,
      path: 0
    )
    let udp = Frame.packet(.udp, from: "::1", 1, to: "::2", 2, frame: 2, seconds: 40, path: 0)
    var outer = udp
    outer.frame = 3
    outer.carriesTunnel = true
    outer.time = Timestamp(nanoseconds: 60_000_000_000)
    var inner = tcp
    inner.frame = 3
    inner.level = 1
    inner.time = outer.time
    inner.transportChecksum = .bad
    var arp = PacketHeaders()
    arp.network = .arp
    arp.time = Timestamp(nanoseconds: 59_999_999_000)
    arp.wireLength = 60
    arp.capturedLength = 40
    arp.oddities = [.truncatedHeader, .badLength]
    return [tcp, udp, outer, inner, arp]
  }()

  @Test func framesAreCountedOnceAndTunnelsByWhatIsInside() {
    var totals = CaptureTotals()
    for packet in Self.headers { totals.count(packet) }
    #expect(totals.packets == 4)
    #expect(totals.wireBytes == 360)
    #expect(totals.capturedBytes == 340)
    #expect(totals.truncatedPackets == 1)
    #expect(totals.tunnelledPackets == 1)
    #expect(NetworkKind.allCases.map { totals.packets($0) } == [0, 1, 2, 1])
    #expect(totals.packets(TransportKind.tcp) == 2)
    #expect(totals.packets(TransportKind.udp) == 1)
    #expect(totals.packets(TransportKind.none) == 1)
    #expect(totals.badTransportChecksums == 1)
  }

  @Test func timesAreThoseOfTheCaptureAndItsExtremes() {
    var totals = CaptureTotals()
    for packet in Self.headers { totals.count(packet) }
    #expect(totals.first?.nanoseconds == 50_000_000_000)
    #expect(totals.last?.nanoseconds == 59_999_999_000)
    #expect(totals.earliest?.nanoseconds == 40_000_000_000)
    #expect(totals.latest?.nanoseconds == 60_000_000_000)
    #expect(totals.duration == 20_000_000_000)
    // The step of exactly 1 µs at the end is within the clock's tolerance.
    #expect(totals.clockBackwards == 1)
  }

  @Test func odditiesAreCountedByName() {
    var totals = CaptureTotals()
    for packet in Self.headers { totals.count(packet) }
    let counted = PacketOddities.names.filter { totals.headers(with: $0.oddity) > 0 }.map(\.name)
    #expect(counted == ["truncated_header", "bad_length"])
  }

  @Test func everyOddityHasItsOwnName() {
    #expect(Set(PacketOddities.names.map(\.name)).count == PacketOddities.names.count)
    let all = PacketOddities.names.reduce(into: PacketOddities()) { $0.formUnion($1.oddity) }
    #expect(all.rawValue.nonzeroBitCount == PacketOddities.names.count)
    #expect(all.rawValue == 1 << UInt32(PacketOddities.names.count) - 1)
  }

  @Test(arguments: 0...5)
  func mergingPartsEqualsCountingAll(split: Int) {
    var whole = CaptureTotals()
    var first = CaptureTotals()
    var second = CaptureTotals()
    for (index, packet) in Self.headers.enumerated() {
      whole.count(packet)
      if index < split { first.count(packet) } else { second.count(packet) }
    }
    first.merge(second)
    #expect(String(describing: first) == String(describing: whole))
  }
}
