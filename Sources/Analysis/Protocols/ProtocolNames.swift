import Packets

/// What Wireshark calls the protocols between the link and the transport.
enum ProtocolNames {
  /// The protocols that a link type begins with.
  static func link(_ type: LinkType) -> [String] {
    switch type {
    case .ethernet: ["eth"]
    case .null, .loop: ["null"]
    case .raw, .rawDLT, .rawOpenBSD: ["raw"]
    case .linuxSLL, .linuxSLL2: ["sll"]
    case .ppp, .pppHDLC, .pppPPPD, .pppWithDirection: ["ppp"]
    case .ciscoHDLC, .ciscoHDLCWithDirection: ["chdlc"]
    case .frameRelay, .frameRelayWithDirection: ["fr"]
    case .ieee80211: ["wlan"]
    case .radiotap: ["radiotap", "wlan_radio", "wlan"]
    case .prism: ["prism", "wlan_radio", "wlan"]
    case .avs: ["wlan_radio", "wlan"]
    case .ipv4, .ipv6, .nflog, .mpls, .pppEthernet: []
    case .netlink: ["netlink"]
    case .pktap: ["pktap"]
    case .user2: ["user_dlt", "pktap"]
    case .ppi: ["ppi"]
    case .enc: ["enc"]
    case .ipnet: ["ipnet"]
    case .fddi: ["fddi"]
    default: ["link_\(type.rawValue)"]
    }
  }

  /// What stands between a link's own protocols and the network layer.
  static func afterLink(_ type: LinkType) -> [String] {
    switch type {
    case .ieee80211, .radiotap, .prism, .avs, .fddi, .ipOverFibreChannel, .atmRFC1483: ["llc"]
    default: []
    }
  }

  static func layer(_ kind: EncapsulationPath.Kind) -> [String] {
    switch kind {
    case .vlan: ["vlan"]
    case .mpls: ["mpls"]
    case .pppoe: ["pppoes", "ppp"]
    // The protocol number of the level around has brought its name.
    case .gre, .ipip, .sixInFour: []
    case .erspan: ["erspan", "eth"]
    case .vxlan: ["vxlan", "eth"]
    case .geneve: ["geneve", "eth"]
    case .gtpu: ["gtp"]
    case .teredo: ["teredo"]
    case .l2tp: ["l2tp", "ppp"]
    }
  }

  static func network(_ kind: NetworkKind) -> [String] {
    switch kind {
    case .none: []
    case .ipv4: ["ip"]
    case .ipv6: ["ipv6"]
    case .arp: ["arp"]
    }
  }

  static func transport(_ kind: TransportKind, _ ipProtocol: IPProtocol) -> [String] {
    switch kind {
    case .fragment: []
    case .tcp: ["tcp"]
    case .udp: ["udp"]
    case .icmp: ["icmp"]
    case .icmpv6: ["icmpv6"]
    case .sctp: ["sctp"]
    // Where the transport header is cut, the number still names it.
    case .other, .none: carried(by: ipProtocol)
    }
  }

  /// Names by IP protocol number (IANA "Assigned Internet Protocol Numbers").
  private static func carried(by ipProtocol: IPProtocol) -> [String] {
    switch ipProtocol.rawValue {
    case 1: ["icmp"]
    case 2: ["igmp"]
    // What is inside has a level and a name of its own.
    case 4, 41: []
    case 6: ["tcp"]
    case 17: ["udp"]
    case 46: ["rsvp"]
    case 47: ["gre"]
    case 50: ["esp"]
    case 51: ["ah"]
    case 58: ["icmpv6"]
    case 59: []
    case 88: ["eigrp"]
    case 89: ["ospf"]
    case 97: ["etherip", "eth"]
    case 103: ["pim"]
    case 108: ["ipcomp"]
    case 112: ["vrrp"]
    case 115: ["l2tp"]
    case 132: ["sctp"]
    case 136: ["udplite"]
    default: []
    }
  }
}
