package import Flows
package import Packets

extension JSONWriter {
  /// Writes one flow as an object; `docs/schema/flow.schema.json` describes it.
  package mutating func write(
    _ flow: borrowing FlowRecord,
    path: borrowing EncapsulationPath,
    names: NameSource = .none
  ) {
    beginObject()
    members(of: flow, path: path, names: names)
    endObject()
  }

  /// Writes the members of a flow's object.
  mutating func members(
    of flow: borrowing FlowRecord,
    path: borrowing EncapsulationPath,
    names: NameSource
  ) {
    field("id", flow.id)
    field("stream", flow.stream)
    field("transport", flow.transport.name)
    field("ip_protocol", UInt16(flow.ipProtocol.rawValue))
    let communityID = CommunityID(flow)
    quoted("community_id") { communityID.write(to: &$0) }
    write("path", path)
    field("carries_tunnel", flow.carriesTunnel)
    field("service", flow.service)
    field("first_frame", flow.firstFrame)
    field("last_frame", flow.lastFrame)
    field("first_ns", flow.first.nanoseconds)
    field("last_ns", flow.last.nanoseconds)
    field("duration_ns", flow.duration)
    field("ending", flow.ending.name)
    field("one_way", flow.isOneWay)
    field("originator_evidence", flow.originatorEvidence.name)
    write("originator", flow.originator, flow.forward, names)
    write("responder", flow.responder, flow.backward, names)
    field("clock_backwards", flow.clockBackwards)
    write("inter_arrival", flow.interArrival)
    write(tcp: flow)
  }

  private mutating func write(_ key: StaticString, _ path: borrowing EncapsulationPath) {
    beginArray(key)
    for layer in path.layers {
      beginObject()
      field("kind", layer.kind.name)
      field("id", layer.identifier)
      endObject()
    }
    endArray()
  }

  private mutating func write(
    _ key: StaticString,
    _ endpoint: Endpoint,
    _ totals: DirectionTotals,
    _ names: NameSource
  ) {
    beginObject(key)
    field("address", endpoint.address)
    field("port", endpoint.port)
    write(names.origin(endpoint.address))
    field("packets", totals.packets)
    field("wire_bytes", totals.wireBytes)
    field("ip_bytes", totals.ipBytes)
    field("payload_bytes", totals.payloadBytes)
    field("payload_packets", totals.payloadPackets)
    field("bad_checksums", totals.badChecksums)
    field("offloaded_checksums", totals.offloadedChecksums)
    field("congestion_marks", totals.congestionMarks)
    field("super_segments", totals.superSegments)
    field("truncated", totals.truncated)
    field("fragmented", totals.fragmented)
    endObject()
  }

  /// Writes a series of intervals; `null` without any.
  mutating func write(_ key: StaticString, _ intervals: IntervalStatistics) {
    guard intervals.count > 0 else { return null(key) }
    beginObject(key)
    field("count", intervals.count)
    field("min_ns", intervals.minimum)
    field("max_ns", intervals.maximum)
    field("mean_ns", intervals.mean)
    field("mean_variation_ns", intervals.meanVariation)
    endObject()
  }
}
