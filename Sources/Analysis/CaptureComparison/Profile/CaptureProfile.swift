import Dissection
package import Flows
package import Packets

/// What is known of a capture for comparison with another: its hosts and its services.
///
/// Memory is bounded by the number of either; what the bounds left out is counted.
package struct CaptureProfile: Sendable {
  /// At least so many services are compared, the ones with most packets; twice as many exactly.
  package static let serviceLimit = 512
  package static let hostLimit = 4096

  package private(set) var services = HeavyHitters<Service, ServiceProfile>(
    limit: Self.serviceLimit
  )
  package private(set) var hosts = HeavyHitters<IPAddress, TrafficTally>(limit: Self.hostLimit)
  /// Flows that count, of any transport.
  package private(set) var flows: UInt64 = 0
  /// Bytes of theirs on the wire.
  package private(set) var bytes: UInt64 = 0
  /// TCP flows without any sign of which side is the server.
  package private(set) var undirectedFlows: UInt64 = 0
  private var first = Int64.max
  private var last = Int64.min

  package init() {}

  /// Nanoseconds from the first packet of a flow to the last.
  package var duration: Int64 {
    guard first <= last else { return 0 }
    let (span, overflow) = last.subtractingReportingOverflow(first)
    return overflow ? .max : span
  }

  /// Takes in a finished flow.
  ///
  /// One that only shows another's packets again, or that carries a tunnel whose inner flows count
  /// themselves, does not count.
  package mutating func add(_ record: borrowing FlowRecord) {
    guard !record.carriesTunnel, record.tcp?.mirrorOf == nil else { return }
    flows &+= 1
    first = min(first, record.first.nanoseconds)
    last = max(last, record.last.nanoseconds)
    let (forward, backward) = (record.forward, record.backward)
    bytes &+= forward.wireBytes &+ backward.wireBytes
    let packets = forward.packets &+ backward.packets
    let (client, server) = (record.originator.address, record.responder.address)
    hosts.add(client, weight: packets) { $0.count(sent: forward, received: backward) }
    if client != server {
      hosts.add(server, weight: packets) { $0.count(sent: backward, received: forward) }
    }
    guard let service = service(of: record) else { return }
    services.add(service, weight: packets) { $0.add(record) }
  }

  /// Takes in what an application did.
  package mutating func add(_ transaction: borrowing ApplicationTransaction) {
    guard !transaction.flow.isMirror else { return }
    let server = transaction.endpoint(of: Self.server(of: transaction.content))
    let service = Service(
      transport: transaction.flow.transport,
      port: server.port,
      address: server.address
    )
    services.add(service, weight: 1) { $0.add(transaction.content) }
  }

  /// Whose service it is: in DNS the one who is asked.
  private static func server(of content: ApplicationContent) -> Role {
    guard case .dns(let transaction) = content else { return .server }
    return transaction.value.asker.peer
  }

  /// The service that a flow asked, if it asked one.
  private mutating func service(of record: borrowing FlowRecord) -> Service? {
    switch record.transport {
    case .tcp where record.originatorEvidence == .firstSender:
      undirectedFlows &+= 1
      return nil
    case .tcp, .udp, .sctp:
      return Service(
        transport: record.transport,
        port: record.responder.port,
        address: record.responder.address
      )
    case .none, .icmp, .icmpv6, .other, .fragment: return nil
    }
  }
}
