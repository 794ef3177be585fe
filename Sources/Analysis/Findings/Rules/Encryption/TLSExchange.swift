package import Dissection
import Flows
import Packets

/// A TLS connection with the server that it was made to.
package struct TLSExchange {
  package let session: TLSSession
  package let flow: FlowIdentity
  let server: Endpoint

  init(_ session: TLSSession, in transaction: borrowing ApplicationTransaction) {
    self.session = session
    flow = transaction.flow
    server = transaction.endpoint(of: .server)
  }

  /// The server as whom a finding is about.
  var service: FindingSubject { .service(server.address, flow.transport, server.port) }
}
