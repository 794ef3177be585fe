internal import Analysis
internal import Packets

extension JSONWriter {
  /// Rows of the heatmap that are written.
  private static var heatmapRows: Int { 50 }

  mutating func write(_ key: StaticString, _ series: CaptureSeries) {
    let axis = series.axis
    let traffic = series.traffic.bins(on: axis)
    beginObject(key)
    field("start_ns", axis.count == 0 ? nil : axis.start.nanoseconds)
    field("width_ns", axis.width)
    field("bins", UInt64(axis.count))
    array("packets", traffic.lazy.map(\.packets))
    array("bytes", traffic.lazy.map(\.bytes))
    array("retransmissions", series.retransmissions.bins(on: axis).lazy.map(\.count))
    array("connections", series.openings.bins(on: axis).lazy.map(\.count))
    write("round_trips", series.roundTrips.bins(on: axis))
    write("name_lookups", series.nameLookups.bins(on: axis))
    write("heatmap", series.heatmap, on: axis)
    endObject()
  }

  private mutating func write(_ key: StaticString, _ bins: [DurationBin]) {
    beginObject(key)
    array("samples", bins.lazy.map { UInt64($0.count) })
    for (name, share) in [("p50_ns", 0.5), ("p95_ns", 0.95)] as [(StaticString, Double)] {
      beginArray(name)
      for bin in bins { element(bin.percentile(share)) }
      endArray()
    }
    endObject()
  }

  private mutating func write(
    _ key: StaticString,
    _ heatmap: RetransmissionHeatmap,
    on axis: SeriesAxis
  ) {
    beginObject(key)
    beginArray("rows")
    for row in heatmap.rows.heaviest(Self.heatmapRows) {
      beginObject()
      field("a", row.key.low)
      field("b", row.key.high)
      field("retransmissions", row.weight)
      field("missed", row.missed)
      array("counts", row.tally.bins(on: axis).lazy.map(\.count))
      endObject()
    }
    endArray()
    endObject()
  }

  private mutating func array(_ key: StaticString, _ values: some Sequence<UInt64>) {
    beginArray(key)
    for value in values { element(value) }
    endArray()
  }
}
