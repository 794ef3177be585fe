extension QualityMeasure {
  /// What it means for the reader, in plain words; the same whatever the number is.
  package var consequence: String {
    switch kind {
    case .duplicateFrames:
      "Packets were captured twice (mirror port): they are not counted as retransmissions."
    case .mirroredConnections:
      "Connections were captured on two paths (VLANs, tunnels): each is counted and judged once."
    case .missedBytes:
      "The capture has holes: losses there may be the capture's, not the network's."
    case .oneWayFlows:
      "Only one direction was captured: round-trip times, loss and windows are known in part."
    case .truncatedPackets:
      "The snap length cut packets: checksums and application data of those cannot be read."
    case .clockBackwards:
      "Time runs backwards in places: delays around them are not reliable."
    case .superSegments:
      "Captured on a host with segmentation offload: segment counts and bytes in flight are coarse."
    case .droppedPackets:
      "The capturing program lost packets: gaps there are not the network's."
    case .badChecksums:
      "Packets have wrong checksums: they were damaged on the way or changed after capturing."
    case .offloadedChecksums:
      "Captured before the network adapter filled in checksums: they say nothing."
    case .unknownLinks:
      "Frames of an unknown link type were counted but not read."
    case .damage:
      "The file is damaged: what could be read was read; the rest is missing here."
    case .partialConnections:
      "Connections began before the capture: their window scale and handshake times are unknown."
    case .evictedFlows:
      "More flows were alive at once than the flow table holds: the oldest were closed early."
    }
  }
}
