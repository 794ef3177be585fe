package import Flows
package import Packets

// The names that every output gives to the values of enumerations. They are part of the published
// formats (docs/outputs.md): a name may be added, never changed.

extension TransportKind {
  package var name: StaticString {
    switch self {
    case .none: "none"
    case .tcp: "tcp"
    case .udp: "udp"
    case .icmp: "icmp"
    case .icmpv6: "icmpv6"
    case .sctp: "sctp"
    case .other: "other"
    case .fragment: "fragment"
    }
  }
}

extension FlowDirection {
  package var name: StaticString { self == .originator ? "originator" : "responder" }
}

extension FlowEnding {
  package var name: StaticString {
    switch self {
    case .endOfCapture: "end_of_capture"
    case .finished: "finished"
    case .reset: "reset"
    case .timeout: "timeout"
    case .superseded: "superseded"
    case .evicted: "evicted"
    }
  }
}

extension OriginatorEvidence {
  package var name: StaticString {
    switch self {
    case .syn: "syn"
    case .synAck: "syn_ack"
    case .payload: "payload"
    case .port: "port"
    case .firstSender: "first_sender"
    }
  }
}

extension EncapsulationPath.Kind {
  package var name: StaticString {
    switch self {
    case .vlan: "vlan"
    case .mpls: "mpls"
    case .pppoe: "pppoe"
    case .gre: "gre"
    case .erspan: "erspan"
    case .ipip: "ipip"
    case .sixInFour: "6in4"
    case .vxlan: "vxlan"
    case .geneve: "geneve"
    case .gtpu: "gtpu"
    case .teredo: "teredo"
    case .l2tp: "l2tp"
    }
  }
}

extension TransportKind {
  /// Every kind, in the order in which outputs list them.
  static let all: [TransportKind] = [
    .none, .tcp, .udp, .icmp, .icmpv6, .sctp, .other, .fragment,
  ]
}

extension NetworkKind {
  package var name: StaticString {
    switch self {
    case .none: "none"
    case .ipv4: "ipv4"
    case .ipv6: "ipv6"
    case .arp: "arp"
    }
  }
}
