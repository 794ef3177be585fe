/// An EtherType (IANA "IEEE 802 Numbers"); unknown values survive.
struct EtherType: RawRepresentable, Hashable {
  var rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  static let ipv4 = EtherType(rawValue: 0x0800)
  static let arp = EtherType(rawValue: 0x0806)
  /// Transparent Ethernet bridging (RFC 1701).
  static let ethernet = EtherType(rawValue: 0x6558)
  static let vlan = EtherType(rawValue: 0x8100)
  static let ipv6 = EtherType(rawValue: 0x86dd)
  static let ppp = EtherType(rawValue: 0x880b)
  static let mpls = EtherType(rawValue: 0x8847)
  static let mplsUpstream = EtherType(rawValue: 0x8848)
  static let pppoeSession = EtherType(rawValue: 0x8864)
  /// IEEE 802.1ad service tag.
  static let serviceVLAN = EtherType(rawValue: 0x88a8)
  /// ERSPAN type II (and I without a GRE sequence number).
  static let erspan = EtherType(rawValue: 0x88be)
  static let erspan3 = EtherType(rawValue: 0x22eb)
  /// Cisco web cache redirection over GRE.
  static let wccp = EtherType(rawValue: 0x883e)
  /// Stacked tags before 802.1ad.
  static let qinq9100 = EtherType(rawValue: 0x9100)

  /// Smaller values are lengths (IEEE 802.3 §3.2.6).
  static let minimum: UInt16 = 0x0600

  /// Whether the decoder follows this type; serves as a plausibility check where nothing else tells
  /// whether bytes are an Ethernet header.
  var isFollowed: Bool {
    switch self {
    case .ipv4, .ipv6, .arp, .vlan, .serviceVLAN, .mpls, .pppoeSession: true
    default: false
    }
  }
}
