import Dissection
import Flows
import Packets

/// A TLS connection with the server that it was made to.
package struct TLSExchange {
  let tls: Shared<TLSSession>
  package let flow: FlowIdentity
  let server: Endpoint
  /// The side of the flow that is the server.
  let serverDirection: FlowDirection
  /// The server as whom a finding is about.
  let service: HashedKey<FindingSubject>

  init(_ tls: Shared<TLSSession>, in transaction: borrowing ApplicationTransaction) {
    self.tls = tls
    flow = transaction.flow
    server = transaction.endpoint(of: .server)
    serverDirection = transaction.client.reversed
    service = HashedKey(.service(server.address, transaction.flow.transport, server.port))
  }
}
