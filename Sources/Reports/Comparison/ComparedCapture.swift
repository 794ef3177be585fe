package import Analysis
package import CaptureFiles

/// One of the two captures of a comparison, as its report shows it.
package struct ComparedCapture: Sendable {
  package var facts: CaptureFacts
  package var profile: CaptureProfile
  /// Frames that were analysed.
  package var packets: UInt64

  package init(facts: CaptureFacts, profile: CaptureProfile, packets: UInt64) {
    self.facts = facts
    self.profile = profile
    self.packets = packets
  }

  /// A part of it could not be read.
  var isDamaged: Bool { !facts.damage.isEmpty }
}
