extension TimeSeries {
  /// Nothing but the time that the series covers.
  var span: TimeSeries<SpanBin> {
    TimeSeries<SpanBin>(
      width: width,
      base: base,
      bins: ContiguousArray(repeating: SpanBin(), count: bins.count)
    )
  }

  /// The bins on an axis that covers them, made from a span that this series' own was merged into.
  package func bins(on axis: SeriesAxis) -> [Bin] {
    guard axis.count > 0 else { return [] }
    var series = self
    while series.width < axis.width, !series.bins.isEmpty { series.coarsen() }
    var result = [Bin](repeating: Bin(), count: axis.count)
    let offset = series.base - axis.first
    for (index, bin) in series.bins.enumerated() {
      let place = Int(clamping: offset + Int64(index))
      if result.indices.contains(place) { result[place].merge(bin) }
    }
    return result
  }

  /// The axis of exactly these bins.
  package var axis: SeriesAxis { SeriesAxis(first: base, width: width, count: bins.count) }
}

/// A bin of which only the place matters.
struct SpanBin: Mergeable {
  mutating func merge(_ other: SpanBin) {}
}
