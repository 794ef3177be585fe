import CaptureFiles
import Packets

extension CaptureQuality {
  /// Measures the quality of a capture from what was counted in it.
  init(
    captures: [CaptureFacts],
    totals: CaptureTotals,
    flows: FlowTotals,
    tcp: TCPTotals,
    oneWayConnections: UInt64,
    evictedFlows: UInt64
  ) {
    let segments = tcp.segments
    let dropped = captures.reduce(0) { $0 &+ $1.droppedPackets }
    let bounds = QualityThresholds.self
    let offloaded = min(flows.offloadedChecksums, totals.badTransportChecksums)
    measures = QualityMeasure.Kind.allCases.map { kind in
      switch kind {
      case .duplicateFrames:
        // Compared with data frames: those are what mirrored captures repeat and Apus recognises.
        bounds.duplicates.measure(
          kind,
          segments.duplicateFrames,
          of: segments.dataSegments &+ segments.duplicateFrames
        )
      case .mirroredConnections:
        bounds.anyNotice.measure(kind, tcp.mirrored, of: tcp.connections &+ tcp.mirrored)
      case .missedBytes:
        bounds.missedBytes.measure(
          kind,
          segments.missedBytes,
          of: segments.uniqueBytes &+ segments.missedBytes
        )
      case .oneWayFlows: bounds.oneWay.measure(kind, oneWayConnections, of: tcp.connections)
      case .truncatedPackets:
        bounds.anyNotice.measure(kind, totals.truncatedPackets, of: totals.packets)
      case .clockBackwards:
        bounds.clock.measure(kind, totals.clockBackwards, of: totals.packets)
      case .superSegments:
        bounds.anyNotice.measure(kind, totals.headers(with: .superSegment), of: totals.packets)
      case .droppedPackets:
        bounds.dropped.measure(kind, dropped, of: totals.packets &+ dropped)
      case .badChecksums:
        bounds.badChecksums.measure(
          kind,
          totals.badTransportChecksums &- offloaded,
          of: totals.verifiedChecksums &+ totals.offloadedChecksums
        )
      case .offloadedChecksums:
        bounds.anyNotice.measure(
          kind,
          totals.offloadedChecksums &+ offloaded,
          of: totals.verifiedChecksums &+ totals.offloadedChecksums
        )
      case .unknownLinks:
        bounds.unknownLinks.measure(kind, totals.headers(with: .unknownLink), of: totals.packets)
      case .damage:
        bounds.anyWarning.measure(kind, captures.reduce(0) { $0 &+ $1.damages }, of: 0)
      case .partialConnections:
        bounds.anyNotice.measure(kind, tcp.partial, of: tcp.connections)
      case .evictedFlows: bounds.anyWarning.measure(kind, evictedFlows, of: flows.flows)
      }
    }
  }
}

extension CaptureFacts {
  /// Packets that the capturing system says it lost, by interface statistics and packet options.
  fileprivate var droppedPackets: UInt64 {
    interfaces.reduce(droppedBeforePackets) { sum, interface in
      sum &+ (interface.statistics.droppedBySystem ?? 0)
        &+ (interface.statistics.droppedByInterface ?? 0)
    }
  }

  /// Damaged places, those that are not described one by one included.
  fileprivate var damages: UInt64 { UInt64(damage.count) &+ furtherDamage }
}
