/// How many rows a table of an HTML report takes.
///
/// A browser has to hold all of them, and the file should go by mail; the same in full is in the
/// lists of flows and transactions.
struct RowBudget {
  /// Rows of a table.
  static let rows = 100_000
  /// The last of them are for flows that something is wrong with.
  static let reserved = 10_000
  /// Bytes of text in a table; names are few, unless somebody makes them up.
  static let textBytes = 16 << 20

  private(set) var rows = 0
  /// Rows that did not fit.
  private(set) var unlisted: UInt64 = 0

  /// Whether there is room for one more row, which is then taken.
  ///
  /// `size` are the bytes of text so far; `isNotable` rows may take the places reserved for them.
  mutating func take(textBytes size: Int, isNotable: Bool = false) -> Bool {
    guard rows < (isNotable ? Self.rows : Self.rows - Self.reserved), size < Self.textBytes else {
      unlisted += 1
      return false
    }
    rows += 1
    return true
  }
}
