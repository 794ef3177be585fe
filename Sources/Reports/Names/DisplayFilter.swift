package import Flows
package import Packets

/// A display filter of Wireshark that shows one flow.
package struct DisplayFilter: Sendable {
  package let text: String

  /// The filter of a flow on the path given.
  ///
  /// `streamsMatch` says that nothing in the capture tells flows apart that Wireshark does not
  /// (VLANs, tunnels), so that the number of the stream is enough.
  package init(_ flow: borrowing FlowRecord, path: EncapsulationPath, streamsMatch: Bool) {
    if streamsMatch, flow.transport == .tcp {
      text = "tcp.stream eq \(flow.stream)"
      return
    }
    if streamsMatch, flow.transport == .udp {
      text = "udp.stream eq \(flow.stream)"
      return
    }
    var terms: [String] = []
    for layer in path.layers where layer.kind == .vlan {
      terms.append("vlan.id eq \(layer.identifier)")
    }
    for address in [flow.originator.address, flow.responder.address] {
      terms.append("\(address.isIPv4 ? "ip" : "ipv6").addr eq \(address.text)")
    }
    switch flow.transport {
    case .tcp, .udp, .sctp:
      let name = flow.transport.name
      for port in [flow.originator.port, flow.responder.port] {
        terms.append("\(name).port eq \(port)")
      }
    case .icmp, .icmpv6: terms.append("\(flow.transport.name)")
    default: terms.append("ip.proto eq \(flow.ipProtocol.rawValue)")
    }
    // The same addresses and ports can have carried another connection before or after.
    if flow.tcp?.portReuse != nil {
      terms.append("frame.number >= \(flow.firstFrame) && frame.number <= \(flow.lastFrame)")
    }
    text = terms.joined(separator: " && ")
  }
}

extension IPAddress {
  /// The address as text (RFC 5952 for IPv6).
  package var text: String {
    var writer = ByteWriter()
    writer.put(self)
    return String(decoding: writer.takeBytes(), as: UTF8.self)
  }
}
