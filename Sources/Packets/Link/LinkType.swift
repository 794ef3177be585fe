/// A LINKTYPE_ value of the tcpdump registry (https://www.tcpdump.org/linktypes.html); unknown
/// values survive.
package struct LinkType: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let null = LinkType(rawValue: 0)
  package static let ethernet = LinkType(rawValue: 1)
  package static let ppp = LinkType(rawValue: 9)
  package static let fddi = LinkType(rawValue: 10)
  /// DLT_RAW of most systems, which old writers put into files instead of LINKTYPE_RAW.
  package static let rawDLT = LinkType(rawValue: 12)
  /// DLT_RAW of OpenBSD.
  package static let rawOpenBSD = LinkType(rawValue: 14)
  package static let pppHDLC = LinkType(rawValue: 50)
  package static let pppEthernet = LinkType(rawValue: 51)
  package static let atmRFC1483 = LinkType(rawValue: 100)
  package static let raw = LinkType(rawValue: 101)
  package static let ciscoHDLC = LinkType(rawValue: 104)
  package static let ieee80211 = LinkType(rawValue: 105)
  package static let frameRelay = LinkType(rawValue: 107)
  package static let loop = LinkType(rawValue: 108)
  /// OpenBSD's decrypted IPsec packets.
  package static let enc = LinkType(rawValue: 109)
  package static let linuxSLL = LinkType(rawValue: 113)
  package static let ipOverFibreChannel = LinkType(rawValue: 122)
  package static let prism = LinkType(rawValue: 119)
  package static let radiotap = LinkType(rawValue: 127)
  package static let ipOverIEEE1394 = LinkType(rawValue: 138)
  /// DLT_USER2, which macOS uses for PKTAP.
  package static let user2 = LinkType(rawValue: 149)
  package static let avs = LinkType(rawValue: 163)
  package static let pppPPPD = LinkType(rawValue: 166)
  package static let juniperEthernet = LinkType(rawValue: 178)
  package static let ppi = LinkType(rawValue: 192)
  package static let pppWithDirection = LinkType(rawValue: 204)
  package static let ciscoHDLCWithDirection = LinkType(rawValue: 205)
  package static let frameRelayWithDirection = LinkType(rawValue: 206)
  package static let mpls = LinkType(rawValue: 219)
  package static let ipnet = LinkType(rawValue: 226)
  package static let ipv4 = LinkType(rawValue: 228)
  package static let ipv6 = LinkType(rawValue: 229)
  package static let nflog = LinkType(rawValue: 239)
  package static let netanalyzer = LinkType(rawValue: 240)
  package static let netanalyzerTransparent = LinkType(rawValue: 241)
  package static let netlink = LinkType(rawValue: 253)
  package static let pktap = LinkType(rawValue: 258)
  package static let linuxSLL2 = LinkType(rawValue: 276)
}
