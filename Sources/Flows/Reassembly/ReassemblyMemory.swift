/// What the assemblers of all connections hold together, and what they gave up.
package struct ReassemblyMemory: Sendable {
  package let limits: ReassemblyLimits
  /// Bytes held now, each segment with what it takes beside its bytes.
  package internal(set) var bytes = 0
  /// Stretches handed on as missing, and their bytes.
  package internal(set) var gaps: UInt64 = 0
  package internal(set) var missingBytes: UInt64 = 0
  /// Holes given up because a bound was reached, not because they were known to be lost.
  package internal(set) var overflows: UInt64 = 0
  /// Bytes that came again: retransmissions, copies and overlaps.
  package internal(set) var repeatedBytes: UInt64 = 0

  package init(limits: ReassemblyLimits = ReassemblyLimits()) { self.limits = limits }
}
