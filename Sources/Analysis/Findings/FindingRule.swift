package import Dissection
package import Flows
package import Packets

/// Watches an analysis for one kind of trouble.
///
/// What it takes comes in an order that the capture alone decides: transactions and events of a flow
/// before the flow, flows in the order in which they end. Its memory has to be bounded.
package protocol FindingRule: Sendable {
  static var description: RuleDescription { get }
  /// Whether flows that have ended are of interest; most rules look at transactions alone.
  static var watchesFlows: Bool { get }

  init()

  /// Subjects that the rule's bound made it forget.
  var omitted: UInt64 { get }

  /// A flow that has ended.
  mutating func receive(_ flow: UnsafePointer<FlowRecord>)

  /// What an application did.
  mutating func receive(_ transaction: borrowing ApplicationTransaction)

  /// Who has which hardware address.
  mutating func receive(_ neighbor: NeighborSighting)

  /// The findings once the capture has ended; `analysis` is complete but for findings.
  func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding]
}

extension FindingRule {
  package static var watchesFlows: Bool { false }
  package var omitted: UInt64 { 0 }

  package mutating func receive(_ flow: UnsafePointer<FlowRecord>) {}
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
