package import Flows
package import Packets

/// Who moved most: hosts, pairs of hosts, ports and the services behind them.
///
/// Flows count as they end. One that only shows another's packets again, or that carries a tunnel
/// whose inner flows count themselves, does not count.
package struct Talkers: Sendable {
  /// At least so many of each are known, and twice as many exactly.
  package static let limit = 1024

  package private(set) var hosts = HeavyHitters<IPAddress, TrafficTally>(limit: Self.limit)
  package private(set) var pairs = HeavyHitters<HostPair, TrafficTally>(limit: Self.limit)
  /// By the responder's port; flows of protocols that have none are left out.
  package private(set) var ports = HeavyHitters<Service, TrafficTally>(limit: Self.limit)
  package private(set) var services = HeavyHitters<Service, TrafficTally>(limit: Self.limit)

  package init() {}

  /// Takes in a finished flow.
  package mutating func add(_ record: borrowing FlowRecord) {
    guard !record.carriesTunnel, record.tcp?.mirrorOf == nil else { return }
    let (forward, backward) = (record.forward, record.backward)
    let (client, server) = (record.originator.address, record.responder.address)
    let weight = forward.wireBytes &+ backward.wireBytes
    hosts.add(client, weight: weight) { $0.count(sent: forward, received: backward) }
    if client != server {
      hosts.add(server, weight: weight) { $0.count(sent: backward, received: forward) }
    }
    let isClientLow = client < server
    pairs.add(HostPair(client, server), weight: weight) {
      if isClientLow {
        $0.count(sent: forward, received: backward)
      } else {
        $0.count(sent: backward, received: forward)
      }
    }
    guard record.transport.hasPorts else { return }
    var service = Service(transport: record.transport, port: record.responder.port)
    ports.add(service, weight: weight) { $0.count(sent: backward, received: forward) }
    service.address = server
    services.add(service, weight: weight) { $0.count(sent: backward, received: forward) }
  }

  package mutating func merge(_ other: Talkers) {
    hosts.merge(other.hosts)
    pairs.merge(other.pairs)
    ports.merge(other.ports)
    services.merge(other.services)
  }
}

extension TransportKind {
  fileprivate var hasPorts: Bool {
    switch self {
    case .tcp, .udp, .sctp: true
    case .none, .icmp, .icmpv6, .other, .fragment: false
    }
  }
}
