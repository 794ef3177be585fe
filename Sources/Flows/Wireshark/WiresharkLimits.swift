/// How much the Wireshark-compatible mode remembers.
///
/// Wireshark itself bounds only the first value.
package struct WiresharkLimits: Sendable {
  /// Segments without an acknowledgment in one direction: Wireshark's own bound, part of its rules.
  package var segmentsPerDirection = 10_000
  /// The same over all conversations.
  ///
  /// At 24 bytes each, captures without acknowledgments stay under 50 MB. Beyond it every direction
  /// behaves as if its own list were full.
  package var segments = 2_000_000
  /// Conversations at once, about 400 bytes each; beyond it one that was not used lately makes room.
  package var conversations = 131_072

  package init() {}
}
