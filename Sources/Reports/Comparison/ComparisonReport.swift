package import Analysis

/// A comparison with the captures that it is of: what its outputs are made of.
package struct ComparisonReport: Sendable {
  /// Name and version of the program.
  package var program: String
  package var before: ComparedCapture
  package var after: ComparedCapture
  package var comparison: CaptureComparison

  package init(program: String, before: ComparedCapture, after: ComparedCapture) {
    self.program = program
    self.before = before
    self.after = after
    comparison = CaptureComparison(before: before.profile, after: after.profile)
  }
}
