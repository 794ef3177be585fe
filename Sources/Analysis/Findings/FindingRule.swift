package import Dissection
import Flows
package import Packets

/// Watches an analysis for one kind of trouble.
///
/// What it takes comes in an order that the capture alone decides: transactions and events of a flow
/// before the flow, flows in the order in which they end. Its memory has to be bounded.
package protocol FindingRule: Sendable {
  static var description: RuleDescription { get }
  /// Of which of the following it is told.
  static var interests: RuleInterests { get }

  init()

  /// Subjects that the rule's bound made it forget.
  var omitted: UInt64 { get }

  /// A flow that has ended.
  mutating func receive(_ flow: EndedFlow)

  /// What was asked of a name server.
  mutating func receive(_ exchange: DNSExchange)

  /// What was asked of a web server.
  mutating func receive(_ exchange: WebExchange)

  /// A connection of TLS.
  mutating func receive(_ exchange: TLSExchange)

  /// What another application did.
  mutating func receive(_ transaction: borrowing ApplicationTransaction)

  /// Who has which hardware address.
  mutating func receive(_ neighbor: NeighborSighting)

  /// The findings once the capture has ended; `analysis` is complete but for findings.
  func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding]
}

extension FindingRule {
  package var omitted: UInt64 { 0 }

  package mutating func receive(_ flow: EndedFlow) {}
  package mutating func receive(_ exchange: DNSExchange) {}
  package mutating func receive(_ exchange: WebExchange) {}
  package mutating func receive(_ exchange: TLSExchange) {}
  package mutating func receive(_ transaction: borrowing ApplicationTransaction) {}
  package mutating func receive(_ neighbor: NeighborSighting) {}
}

/// A message that tells which hardware has an address, with the packet that it came in.
package struct NeighborSighting: Sendable {
  package enum Message: Sendable {
    case arp(ARPMessage)
    case discovery(NeighborMessage, from: IPAddress, to: IPAddress)
  }

  package var message: Message
  package var moment: Moment
  /// The VLAN or tunnel that it was in.
  package var segment: PathID

  package init(_ message: Message, moment: Moment, segment: PathID) {
    self.message = message
    self.moment = moment
    self.segment = segment
  }
}
