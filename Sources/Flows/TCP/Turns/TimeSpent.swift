/// Where the time of a connection went: parts that add up to its duration, in nanoseconds.
///
/// Whose time a silence was follows from who spoke before and after it. One crossing of the path is
/// taken out of it first, by the shortest round trip between the capture point and the side that
/// broke the silence; what a queue adds to that counts as thinking.
@usableFromInline package struct TimeSpent: Sendable {
  /// Time of a transfer in which nothing moved, by reason.
  package struct Stalls: Sendable, Equatable {
    /// Lost segments had to be sent again.
    package var loss: Int64 = 0
    /// The receiver had closed its window.
    package var closedWindow: Int64 = 0

    package init() {}
  }

  private var parts = InlineArray<9, Int64>(repeating: 0)
  /// Part of the request's transfer.
  package var requestStalls = Stalls()
  /// Part of the response's transfer.
  package var responseStalls = Stalls()
  /// How often the server spoke after the client had.
  package var answers: UInt64 = 0

  package init() {}

  package subscript(_ use: TimeUse) -> Int64 {
    get { parts[Int(use.rawValue)] }
    set { parts[Int(use.rawValue)] = newValue }
  }

  /// The sum of all parts: the connection's duration.
  package var total: Int64 { TimeUse.allCases.reduce(0) { $0 &+ self[$1] } }

  /// A part as a share of the whole; 0 of nothing.
  package func share(of use: TimeUse) -> Double {
    let total = total
    return total > 0 ? Double(self[use]) / Double(total) : 0
  }

  /// The part that took most; the first of equal ones.
  package var largest: TimeUse {
    TimeUse.allCases.reduce(.handshake) { self[$1] > self[$0] ? $1 : $0 }
  }
}
