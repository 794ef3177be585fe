import Flows
import Packets

/// One client's use of a TCP service: what is looked up for every flow.
struct ClientOfService: Hashable {
  private let client: IPAddress
  private let service: Endpoint

  init(_ record: UnsafePointer<FlowRecord>) {
    client = record.pointee.originator.address
    service = record.pointee.responder
  }

  /// `nil` of what is no client of a service.
  init?(_ subject: FindingSubject) {
    guard let client = subject.client, let service = Endpoint(serviceOf: subject) else {
      return nil
    }
    self.client = client
    self.service = service
  }
}

extension Endpoint {
  /// The service that a subject is, or that its client uses; `nil` of what is no service.
  init?(serviceOf subject: FindingSubject) {
    guard let server = subject.server, let port = subject.port else { return nil }
    self.init(address: server, port: port)
  }
}
