/// One thing that limits what a capture can tell, with its number.
package struct QualityMeasure: Sendable, Equatable {
  package var kind: Kind
  package var severity: Severity
  /// How many packets, flows, bytes or files it concerns.
  package var count: UInt64
  /// Of how many; 0 where a share makes no sense.
  package var total: UInt64

  package init(_ kind: Kind, _ severity: Severity, count: UInt64, of total: UInt64) {
    self.kind = kind
    self.severity = severity
    self.count = count
    self.total = total
  }

  /// Share of the whole, 0 to 1; `nil` where a share makes no sense.
  package var share: Double? { total == 0 ? nil : Double(count) / Double(total) }

  /// What is measured; raw values are the names in every output.
  package enum Kind: String, CaseIterable, Sendable {
    /// TCP segments that were captured twice.
    case duplicateFrames = "duplicate_frames"
    /// TCP connections that were captured on a second encapsulation path, too.
    case mirroredConnections = "mirrored_connections"
    /// TCP payload bytes that were acknowledged but never captured.
    case missedBytes = "missed_bytes"
    /// TCP flows of which one side is missing.
    case oneWayFlows = "one_way_flows"
    /// Frames cut by the snap length.
    case truncatedPackets = "truncated_packets"
    /// Frames with a time before their predecessor's.
    case clockBackwards = "clock_backwards"
    /// Segments larger than the link allows: captured with segmentation offload.
    case superSegments = "super_segments"
    /// Packets that the capturing program or kernel dropped.
    case droppedPackets = "dropped_packets"
    /// Transport checksums that are wrong, offload aside.
    case badChecksums = "bad_checksums"
    /// Transport checksums that were left to the network adapter.
    case offloadedChecksums = "offloaded_checksums"
    /// Frames of a link type that is not decoded.
    case unknownLinks = "unknown_links"
    /// Damaged places of the files.
    case damage
    /// Connections of which the beginning was not captured.
    case partialConnections = "partial_connections"
    /// Flows closed early because the flow table was full.
    case evictedFlows = "evicted_flows"
  }
}
