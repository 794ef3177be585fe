package import Flows
package import Packets

/// Flows of the whole capture.
package struct FlowTotals: Sendable {
  package var flows: UInt64 = 0
  /// Flows of which only one side was captured.
  package var oneWay: UInt64 = 0
  /// Bad checksums of flows' sides whose checksums are nearly all bad: the adapter's work.
  package var offloadedChecksums: UInt64 = 0

  private var byTransport: InlineArray<8, UInt64> = .init(repeating: 0)
  private var byEnding: InlineArray<6, UInt64> = .init(repeating: 0)

  package init() {}

  /// Flows of a transport.
  package func flows(_ kind: TransportKind) -> UInt64 { byTransport[Int(kind.rawValue)] }

  /// Flows by why their record was closed.
  package func flows(_ ending: FlowEnding) -> UInt64 { byEnding[Int(ending.rawValue)] }

  package mutating func add(_ record: borrowing FlowRecord) {
    flows += 1
    oneWay += record.isOneWay ? 1 : 0
    count(record.forward)
    count(record.backward)
    byTransport[Int(record.transport.rawValue)] += 1
    byEnding[Int(record.ending.rawValue)] += 1
  }

  private mutating func count(_ side: borrowing DirectionTotals) {
    guard side.hasOffloadedChecksums else { return }
    offloadedChecksums &+= UInt64(side.badChecksums)
  }

  package mutating func merge(_ other: FlowTotals) {
    flows += other.flows
    oneWay += other.oneWay
    offloadedChecksums &+= other.offloadedChecksums
    for index in byTransport.indices { byTransport[index] += other.byTransport[index] }
    for index in byEnding.indices { byEnding[index] += other.byEnding[index] }
  }
}
