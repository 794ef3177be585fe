package import Flows
package import Packets

/// A flow that a finding names.
package struct FindingFlow: Sendable, Equatable {
  package var id: UInt64
  package var stream: UInt32
  package var transport: TransportKind
  package var path: PathID
  package var originator: Endpoint
  package var responder: Endpoint

  package init(_ identity: FlowIdentity) {
    id = identity.id
    stream = identity.stream
    transport = identity.transport
    path = identity.path
    originator = identity.originator
    responder = identity.responder
  }

  package init(_ record: borrowing FlowRecord) {
    id = record.id
    stream = record.stream
    transport = record.transport
    path = record.path
    originator = record.originator
    responder = record.responder
  }
}
