/// What was read of conversations and what the bounds turned away.
package struct ConversationCounters: Equatable, Sendable {
  /// Flows with payload.
  package var flows: UInt64 = 0
  /// Of them, those whose protocol was recognised.
  package var recognised: UInt64 = 0
  /// Flows that were not read because too many others were.
  package var refused: UInt64 = 0
  /// Those that were given up because too much waited in all of them.
  package var abandoned: UInt64 = 0
  /// Stretches of streams that were not captured, and their bytes.
  package var gaps: UInt64 = 0
  package var missingBytes: UInt64 = 0
  /// Holes given up because too much waited behind them.
  package var abandonedHoles: UInt64 = 0
  /// Ends at which media were announced, forgotten because of too many others.
  package var forgottenMedia: UInt64 = 0
  /// Messages that could not be read, or not to their end.
  package var malformedMessages: [ApplicationProtocol: UInt64] = [:]

  package init() {}
}
