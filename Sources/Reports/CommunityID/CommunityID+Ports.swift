internal import Packets

extension CommunityID {
  /// What stands in the place of ports.
  enum Ports: Equatable {
    case real
    case icmpv4
    case icmpv6
    case absent

    init(of ipProtocol: IPProtocol) {
      switch ipProtocol {
      case .tcp, .udp, .sctp: self = .real
      case .icmp: self = .icmpv4
      case .icmpv6: self = .icmpv6
      default: self = .absent
      }
    }

    /// One-way ICMP messages are not put in order: their second "port" is the code.
    func keepsOrder(_ type: UInt16) -> Bool {
      switch self {
      case .real, .absent: false
      // Echo, router discovery, timestamp, information and address mask.
      case .icmpv4: !(type == 0 || (8...10).contains(type) || (13...18).contains(type))
      // Echo, listener query and report, discovery, "who are you", home agent discovery.
      case .icmpv6:
        !((128...131).contains(type) || (133...136).contains(type) || type == 139 || type == 140
          || type == 144 || type == 145)
      }
    }
  }
}
