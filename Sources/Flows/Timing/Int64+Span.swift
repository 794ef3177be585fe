extension Int64 {
  /// A time span that small multiples of cannot overflow: clocks that lie may show any number.
  ///
  /// The bound is 18 years in nanoseconds.
  var span: Int64 { Swift.min(Swift.max(self, -(.max / 16)), .max / 16) }
}
