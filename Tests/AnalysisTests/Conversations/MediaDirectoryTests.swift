import Flows
import Packets
import Testing

@testable import Analysis
@testable import Dissection

struct MediaDirectoryTests {
  @Test func theOldestHalfIsForgottenAndCounted() {
    var directory = MediaDirectory()
    for number in 0...MediaDirectory.limit { directory.announce(Self.media(number)) }
    #expect(directory.forgotten == UInt64(MediaDirectory.limit / 2))
    #expect(directory.media(of: Self.flow(0)) == nil)
    #expect(directory.media(of: Self.flow(MediaDirectory.limit)) != nil)
  }

  @Test func whatIsAnnouncedAgainTakesNoRoom() {
    var directory = MediaDirectory()
    for _ in 0...MediaDirectory.limit { directory.announce(Self.media(1)) }
    #expect(directory.forgotten == 0)
    #expect(directory.media(of: Self.flow(1)) != nil)
  }

  private static func address(_ number: Int) -> IPAddress {
    IPAddress(v4: 0x0a00_0000 + UInt32(number))
  }

  private static func media(_ number: Int) -> MediaAnnouncement {
    MediaAnnouncement(address: address(number), port: 4_000, encodings: RTPEncodings())
  }

  private static func flow(_ number: Int) -> FlowIdentity {
    var packet = PacketHeaders()
    packet.transport = .udp
    packet.source = IPAddress(v4: 0xc000_0201)
    packet.sourcePort = 5_000
    packet.destination = address(number)
    packet.destinationPort = 4_000
    return FlowIdentity(packet, FlowPlacement())
  }
}
