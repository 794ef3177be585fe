import Flows
import Packets

/// A TCP service, or one client's use of it: what is looked up for every flow.
struct ServiceKey: Hashable {
  private let server: IPAddress
  /// The server itself where all clients are meant.
  private let client: IPAddress
  private let port: UInt16
  private let isOfClient: Bool

  init(_ record: UnsafePointer<FlowRecord>, ofClient: Bool) {
    server = record.pointee.responder.address
    port = record.pointee.responder.port
    client = ofClient ? record.pointee.originator.address : server
    isOfClient = ofClient
  }

  /// `nil` of what is no service.
  init?(_ subject: FindingSubject) {
    guard let server = subject.server, let port = subject.port else { return nil }
    self.server = server
    self.port = port
    client = subject.client ?? server
    isOfClient = subject.client != nil
  }
}
