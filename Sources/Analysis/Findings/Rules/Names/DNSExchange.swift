import Dissection
import Flows
import Packets

/// A DNS transaction between a client and its server, of those that have to be answered.
package struct DNSExchange {
  let dns: Shared<DNSTransaction>
  package let flow: FlowIdentity
  /// The name asked for, in lower case.
  let name: String?
  let client: Endpoint
  let server: Endpoint
  /// The server as whom a finding is about.
  let service: HashedKey<FindingSubject>

  /// `nil` for DNS among equals (mDNS, LLMNR).
  init?(_ dns: Shared<DNSTransaction>, in transaction: borrowing ApplicationTransaction) {
    guard dns.value.transport.expectsResponse else { return nil }
    self.dns = dns
    flow = transaction.flow
    name = transaction.name
    client = transaction.endpoint(of: dns.value.asker)
    server = transaction.endpoint(of: dns.value.asker.peer)
    service = HashedKey(.service(server.address, transaction.flow.transport, server.port))
  }
}
