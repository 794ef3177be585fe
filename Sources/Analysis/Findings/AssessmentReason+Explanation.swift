extension AssessmentReason {
  /// One sentence in plain words, with the numbers; text, JSON and HTML all use it.
  package var explanation: String { kind.rawValue }
}
