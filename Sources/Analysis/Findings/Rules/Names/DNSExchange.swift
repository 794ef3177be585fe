import Dissection
import Flows

/// A DNS transaction between a client and its server, of those that have to be answered.
struct DNSExchange {
  let transaction: DNSTransaction
  let client: Endpoint
  let server: Endpoint
  let flow: FlowIdentity

  /// `nil` for other protocols, and for DNS among equals (mDNS, LLMNR).
  init?(_ transaction: borrowing ApplicationTransaction) {
    guard case .dns(let dns) = transaction.content, dns.transport.expectsResponse else {
      return nil
    }
    self.transaction = dns
    client = transaction.endpoint(of: dns.asker)
    server = transaction.endpoint(of: dns.asker.peer)
    flow = transaction.flow
  }

  /// The server as whom a finding is about.
  var service: FindingSubject { .service(server.address, flow.transport, server.port) }
}
