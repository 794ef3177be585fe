package import Packets

/// The bins that several series share: where they begin, how wide they are, how many they are.
package struct SeriesAxis: Sendable, Equatable {
  /// Number of the first bin, counted in widths since 1970.
  var first: Int64
  /// Nanoseconds of a bin.
  package var width: Int64
  package var count: Int

  init(first: Int64, width: Int64, count: Int) {
    self.first = first
    self.width = width
    self.count = count
  }

  package var start: Timestamp { Timestamp(bin: first, of: width) }
}
