import Packets

/// Ports by which a server is told from a client where neither opening nor payload tells.
enum ServerPorts {
  /// Whether a port is a server's: a system port (below 1024, RFC 6335 §6), or one of the registered
  /// ports that Zeek, too, takes for a server's (`likely_server_ports` of its standard scripts).
  static func contains(_ port: UInt16, _ transport: TransportKind) -> Bool {
    guard port >= 1024 else { return port != 0 && !isClient(port, transport) }
    return switch transport {
    case .tcp: isServerOverTCP(port)
    case .udp: isServerOverUDP(port)
    default: false
    }
  }

  /// DHCP clients have system ports of their own (RFC 2131 §4.1, RFC 8415 §7.2).
  private static func isClient(_ port: UInt16, _ transport: TransportKind) -> Bool {
    transport == .udp && (port == 68 || port == 546)
  }

  private static func isServerOverTCP(_ port: UInt16) -> Bool {
    switch port {
    case 1080, 3128, 8000, 8080, 8888: true  // HTTP and its proxies
    case 1434, 3306, 5432, 6379: true  // MySQL, PostgreSQL, Redis
    case 1883, 2811, 3268, 3389: true  // MQTT, GridFTP, LDAP global catalogue, RDP
    case 5222, 5223, 5269: true  // XMPP
    case 6666...6669: true  // IRC
    case 20000: true  // DNP3
    default: false
    }
  }

  private static func isServerOverUDP(_ port: UInt16) -> Bool {
    switch port {
    case 1812, 4011: true  // RADIUS, PXE
    case 2123, 2152, 3544, 4754, 4789, 5072, 6081: true  // tunnels
    case 3389, 5060, 20000: true  // RDP, SIP, DNP3
    case 5353, 5355: true  // multicast DNS, LLMNR
    default: false
    }
  }
}
