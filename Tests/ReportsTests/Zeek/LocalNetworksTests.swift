import Packets
import Testing

@testable import Reports

struct LocalNetworksTests {
  @Test(
    arguments: [
      (0x0A01_0203, true), (0xAC10_0001, true), (0xAC20_0001, false), (0xC0A8_FFFF, true),
      (0x6440_0000, true), (0x6480_0000, false), (0xE000_0009, true), (0xE000_0109, false),
      (0xEFFF_FFFA, true), (0xFFFF_FFFF, true),
      (0xC612_0000, true), (0xC614_0000, false), (0x0808_0808, false), (0xA9FE_0101, true),
    ] as [(UInt32, Bool)]
  )
  func knowsIPv4BlocksThatAreNotRouted(_ address: UInt32, _ isLocal: Bool) {
    #expect(LocalNetworks.contains(IPAddress(v4: address)) == isLocal)
  }

  @Test(arguments: [
    (IPAddress(high: 0, low: 0), true),
    (IPAddress(high: 0, low: 1), true),
    (IPAddress(high: 0, low: 2), false),
    (IPAddress(high: 0xfe80 << 48, low: 5), true),
    (IPAddress(high: 0xfd12 << 48, low: 5), true),
    (IPAddress(high: 0xff02 << 48, low: 1), false),
    (IPAddress(high: 0x2001_0db8_0000_0001, low: 1), true),
    (IPAddress(high: 0x2001_0000_4137_9e50, low: 1), true),
    (IPAddress(high: 0x2001_4860_0000_2001, low: 0x68), false),
    (IPAddress(high: 0x2002_0a00_0001_0000, low: 1), true),
    (IPAddress(high: 0x2002_0808_0808_0000, low: 1), false),
  ])
  func knowsIPv6BlocksThatAreNotRouted(_ address: IPAddress, _ isLocal: Bool) {
    #expect(LocalNetworks.contains(address) == isLocal)
  }
}
