import Flows
import Packets

/// The flows of services and of their clients, with and without symptoms: what shares are told of.
///
/// Connections that were not made are not counted here, so that no scan fills it.
struct ServiceTable {
  private let limit: Int
  private var services: SubjectTable<Endpoint, ServiceTotals>
  /// Flows of single clients, as many as there is room for.
  private var clients: [ClientOfService: UInt64] = [:]

  init(limit: Int) {
    self.limit = limit
    services = SubjectTable(limit: limit)
  }

  /// Services that were forgotten.
  var omitted: UInt64 { services.omitted }

  /// Counts a flow for its service, and for its client's use of it.
  mutating func count(_ flow: FlowCase) {
    guard flow.isMade else { return }
    let missing = services.mostForgotten
    services.change(flow.record.pointee.responder, from: ServiceTotals(missing: missing)) {
      $0.add(flow)
    }
    let client = ClientOfService(flow.record)
    if let place = clients.index(forKey: client) {
      clients.values[place] &+= 1
    } else if clients.count < limit {
      if clients.isEmpty { clients.reserveCapacity(limit) }
      clients[client] = 1
    }
  }

  /// The flows of a service, or of a client's use of one.
  func totals(of subject: FindingSubject) -> ServiceTotals {
    guard let service = Endpoint(serviceOf: subject) else { return ServiceTotals() }
    if let client = ClientOfService(subject) {
      return clients[client].map { ServiceTotals(flows: $0) } ?? ServiceTotals(missing: .max)
    }
    return services[service] ?? ServiceTotals(missing: services.mostForgotten)
  }
}
