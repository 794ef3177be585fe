/// One named number of a finding.
package struct Figure: Hashable, Sendable {
  package var name: Name
  package var quantity: Quantity

  package init(_ name: Name, _ quantity: Quantity) {
    self.name = name
    self.quantity = quantity
  }

  /// The names of figures; raw values are the names in every output.
  package enum Name: String, CaseIterable, Sendable {
    /// Share of the whole, by what the reason's kind counts.
    case rate
    /// How many segments, packets or events there were in all.
    case total
    case proven
    case inferred
    /// Pairs of copies of which one is a retransmission.
    case ambiguous
    case count
    case bytes
    /// How long it lasted or took.
    case time
    /// The flow's whole duration.
    case duration
    case episodes
    case minimum
    case median
    case p95
    case maximum
    /// The most within one interval.
    case peak
    case samples
    /// Segments that a late one was overtaken by.
    case extent
    /// Largest receive window offered.
    case window
  }
}
