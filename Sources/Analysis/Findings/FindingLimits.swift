/// Bounds of what is kept for findings.
package struct FindingLimits: Sendable {
  /// Findings that an analysis has at most; the mildest go.
  package var findings = 100
  /// Flows alive whose frames are kept, and frames of each.
  package var flows = 4096
  package var framesOfFlow = 64
  /// Subjects of a kind that are told apart.
  package var subjects = 512
  /// Services whose flows are counted, and clients of services.
  package var services = 4096

  package init() {}
}
