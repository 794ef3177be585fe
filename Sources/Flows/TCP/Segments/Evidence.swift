/// How sure a classification is.
package enum Evidence: UInt8, CaseIterable, Sendable {
  /// The capture holds both copies, or the rule leaves no other explanation.
  case proven
  /// Timestamps, IP identifiers or timing speak for it.
  case inferred
  /// Nothing in the capture decides.
  case unknown
}
