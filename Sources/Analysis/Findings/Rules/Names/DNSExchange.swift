package import Dissection
import Flows
import Packets

/// A DNS transaction between a client and its server, of those that have to be answered.
package struct DNSExchange {
  package let transaction: DNSTransaction
  package let flow: FlowIdentity
  let client: Endpoint
  let server: Endpoint

  /// `nil` for DNS among equals (mDNS, LLMNR).
  init?(_ dns: DNSTransaction, in transaction: borrowing ApplicationTransaction) {
    guard dns.transport.expectsResponse else { return nil }
    self.transaction = dns
    flow = transaction.flow
    client = transaction.endpoint(of: dns.asker)
    server = transaction.endpoint(of: dns.asker.peer)
  }

  /// The server as whom a finding is about.
  var service: FindingSubject { .service(server.address, flow.transport, server.port) }
}
