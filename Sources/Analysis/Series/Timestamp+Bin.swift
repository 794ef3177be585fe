internal import Packets

extension Timestamp {
  /// The moment at which a bin begins, counted in widths since 1970.
  ///
  /// The bin of the earliest moment that 64 bits can say begins before it: it is said to begin at
  /// that moment, because wrapped around it would begin after all others.
  init(bin: Int64, of width: Int64) {
    let (start, wraps) = bin.multipliedReportingOverflow(by: width)
    self.init(nanoseconds: wraps ? (bin < 0 ? .min : .max) : start)
  }
}
