internal import Packets

/// The address blocks that are not routed on the Internet, which Zeek takes for local networks
/// unless told otherwise (`Site::private_address_space` of Zeek 7; IANA registries).
enum LocalNetworks {
  static func contains(_ address: IPAddress) -> Bool {
    address.isIPv4 ? containsIPv4(address.v4) : containsIPv6(address)
  }

  private static func containsIPv4(_ address: UInt32) -> Bool {
    switch address >> 24 {
    case 0, 10, 127, 239...255: true
    case 100: address >> 22 == 0x6440_0000 >> 22
    case 169: address >> 16 == 0xa9fe
    case 172: address >> 20 == 0xac1
    case 192: address >> 16 == 0xc0a8 || address >> 8 == 0xc0_0000 || address >> 8 == 0xc0_0002
    case 198: address >> 17 == 0xc612_0000 >> 17 || address >> 8 == 0xc6_3364
    case 203: address >> 8 == 0xcb_0071
    case 224: address >> 8 == 0xe0_0000
    default: false
    }
  }

  private static func containsIPv6(_ address: IPAddress) -> Bool {
    if address.high == 0, address.low <= 1 { return true }
    return switch address.high >> 48 {
    case 0x0064: address.high >> 16 == 0x64_ff9b_0001
    case 0x0100: address.high == 0x100_0000_0000_0000
    case 0x2001:
      address.high >> 41 == 0x2001_0000_0000_0000 >> 41
        || address.high >> 32 == 0x2001_0db8
    // 6to4 (RFC 3056): the IPv4 address inside decides.
    case 0x2002: containsIPv4(UInt32(truncatingIfNeeded: address.high >> 16))
    case 0xfc00...0xfdff, 0xfe80...0xfeff: true
    default: false
    }
  }
}
