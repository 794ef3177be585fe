package import Packets

extension LinkType {
  /// What the link type is called: Wireshark's short name (as `capinfos -T` prints it) and a title.
  package var names: (short: String, title: String) {
    if let known = Self.known[rawValue] { return known }
    return ("linktype-\(rawValue)", "link type \(rawValue)")
  }

  private static let known: [UInt16: (short: String, title: String)] = [
    0: ("null", "NULL/Loopback"),
    1: ("ether", "Ethernet"),
    9: ("ppp", "PPP"),
    12: ("rawip", "Raw IP"),
    14: ("rawip", "Raw IP"),
    50: ("ppp", "PPP"),
    51: ("pppoes", "PPP-over-Ethernet session"),
    100: ("atm-rfc1483", "RFC 1483 ATM"),
    101: ("rawip", "Raw IP"),
    104: ("chdlc", "Cisco HDLC"),
    105: ("ieee-802-11", "IEEE 802.11 Wireless LAN"),
    107: ("frelay", "Frame Relay"),
    108: ("loop", "OpenBSD loopback"),
    109: ("enc", "OpenBSD enc(4) encapsulating interface"),
    113: ("linux-sll", "Linux cooked-mode capture v1"),
    119: ("ieee-802-11-prism", "IEEE 802.11 plus Prism II monitor mode radio header"),
    127: ("ieee-802-11-radiotap", "IEEE 802.11 plus radiotap radio header"),
    138: ("ap1394", "Apple IP-over-IEEE 1394"),
    149: ("user2", "USER 2"),
    163: ("ieee-802-11-avs", "IEEE 802.11 plus AVS radio header"),
    178: ("juniper-ether", "Juniper Ethernet"),
    189: ("usb-linux", "USB packets with Linux header"),
    192: ("ppi", "Per-Packet Information header"),
    204: ("ppp-with-direction", "PPP with Directional Info"),
    205: ("chdlc-with-direction", "Cisco HDLC with Directional Info"),
    206: ("frelay-with-direction", "Frame Relay with Directional Info"),
    220: ("usb-linux-mmap", "USB packets with Linux header and padding"),
    226: ("ipnet", "Solaris IPNET"),
    227: ("socketcan", "SocketCAN"),
    228: ("rawip4", "Raw IPv4"),
    229: ("rawip6", "Raw IPv6"),
    239: ("nflog", "NFLOG"),
    240: ("netanalyzer", "Hilscher netANALYZER"),
    241: ("netanalyzer-transparent", "Hilscher netANALYZER-Transparent"),
    253: ("netlink", "Linux Netlink"),
    258: ("pktap", "Apple PKTAP"),
    276: ("linux-sll2", "Linux cooked-mode capture v2"),
  ]
}
