package import Analysis
package import Flows
package import Packets

/// A display filter of Wireshark that shows one flow.
package struct DisplayFilter: Sendable {
  package private(set) var text: String

  /// The filter of a flow on the path given.
  ///
  /// `streamsMatch` says that nothing in the capture tells flows apart that Wireshark does not
  /// (VLANs, tunnels), so that the number of the stream is enough.
  package init(_ flow: borrowing FlowRecord, path: EncapsulationPath, streamsMatch: Bool) {
    var filter = DisplayFilter(FindingFlow(flow), flow.ipProtocol, path, streamsMatch)
    // The same addresses and ports can have carried another connection before or after.
    if flow.tcp?.portReuse != nil, !streamsMatch {
      filter.text += " && frame.number >= \(flow.firstFrame) && frame.number <= \(flow.lastFrame)"
    }
    self = filter
  }

  /// The filter of a flow that a finding names.
  package init(_ flow: FindingFlow, path: EncapsulationPath, streamsMatch: Bool) {
    self.init(flow, nil, path, streamsMatch)
  }

  private init(
    _ flow: FindingFlow,
    _ ipProtocol: IPProtocol?,
    _ path: EncapsulationPath,
    _ streamsMatch: Bool
  ) {
    if streamsMatch, flow.transport == .tcp || flow.transport == .udp {
      text = "\(flow.transport.name).stream eq \(flow.stream)"
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
    default:
      if let ipProtocol { terms.append("ip.proto eq \(ipProtocol.rawValue)") }
    }
    text = terms.joined(separator: " && ")
  }
}

extension AnalysisContext {
  /// The display filter of a flow that a finding names.
  func filter(of flow: FindingFlow) -> DisplayFilter {
    DisplayFilter(flow, path: path(flow.path), streamsMatch: streamsMatchWireshark)
  }
}
