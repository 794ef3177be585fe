/// A number with its unit.
package enum Quantity: Hashable, Sendable {
  case count(UInt64)
  case bytes(UInt64)
  case nanoseconds(Int64)
  /// A share of one; 0.01 is one percent.
  case ratio(Double)
}
