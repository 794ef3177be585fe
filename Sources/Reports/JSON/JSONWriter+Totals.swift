internal import Analysis
internal import Flows
internal import Packets

extension JSONWriter {
  mutating func write(_ key: StaticString, _ totals: CaptureTotals) {
    beginObject(key)
    field("packets", totals.packets)
    field("wire_bytes", totals.wireBytes)
    field("captured_bytes", totals.capturedBytes)
    field("truncated_packets", totals.truncatedPackets)
    field("tunnelled_packets", totals.tunnelledPackets)
    field("clock_backwards", totals.clockBackwards)
    field("bad_network_checksums", totals.badNetworkChecksums)
    field("bad_transport_checksums", totals.badTransportChecksums)
    field("offloaded_checksums", totals.offloadedChecksums)
    field("verified_checksums", totals.verifiedChecksums)
    field("first_ns", totals.first?.nanoseconds)
    field("last_ns", totals.last?.nanoseconds)
    field("earliest_ns", totals.earliest?.nanoseconds)
    field("latest_ns", totals.latest?.nanoseconds)
    field("duration_ns", totals.duration)
    beginObject("network")
    for kind in [NetworkKind.none, .ipv4, .ipv6, .arp] { field(kind.name, totals.packets(kind)) }
    endObject()
    beginObject("transport")
    for kind in TransportKind.all { field(kind.name, totals.packets(kind)) }
    endObject()
    beginObject("oddities")
    for (oddity, name) in PacketOddities.names {
      field(named: name, totals.headers(with: oddity))
    }
    endObject()
    endObject()
  }

  mutating func write(_ key: StaticString, _ flows: FlowTotals) {
    beginObject(key)
    field("flows", flows.flows)
    field("one_way", flows.oneWay)
    beginObject("transport")
    for kind in TransportKind.all { field(kind.name, flows.flows(kind)) }
    endObject()
    beginObject("ending")
    for ending in FlowEnding.allCases { field(ending.name, flows.flows(ending)) }
    endObject()
    endObject()
  }

  mutating func write(_ key: StaticString, _ bounds: BoundCounters) {
    beginObject(key)
    field("evicted_flows", bounds.evictedFlows)
    field("dropped_fragments", bounds.droppedFragments)
    field("too_deep_packets", bounds.tooDeepPackets)
    field("indistinct_path_packets", bounds.indistinctPathPackets)
    field("unlisted_flows", bounds.unlistedFlows)
    field("unread_flows", bounds.unreadFlows)
    field("abandoned_conversations", bounds.abandonedConversations)
    field("abandoned_holes", bounds.abandonedHoles)
    field("forgotten_media", bounds.forgottenMedia)
    field("uncounted_protocols", bounds.uncountedProtocols)
    field("uncounted_segments", bounds.uncountedSegments)
    field("uncounted_hardware", bounds.uncountedHardware)
    field("unlisted_findings", bounds.unlistedFindings)
    field("uncounted_symptoms", bounds.uncountedSymptoms)
    field("uncounted_services", bounds.uncountedServices)
    field("unnoted_events", bounds.unnotedEvents)
    endObject()
  }
}
