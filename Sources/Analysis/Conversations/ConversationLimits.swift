package import Flows

/// Bounds of what is kept to read conversations.
package struct ConversationLimits: Sendable {
  /// Protocols that make room for others in one flow: a tunnel, a mail server in it, TLS.
  static let handOvers = 3

  /// Conversations read at once; flows beyond it are not read.
  package var conversations = 65_536
  /// Bytes of both sides that are kept while the protocol is not known: enough for the slowest
  /// recogniser, and little for the many flows that no dissector knows.
  package var openingBytes = 2_048
  /// Portions of a stream joined in its middle, or datagrams, that are looked at before a flow is
  /// taken for unknown.
  package var attempts = 8
  /// Bytes of what is not complete in all conversations together; beyond it those that have more than
  /// their share and want still more are given up.
  package var heldBytes = 32 << 20
  package var reassembly = ReassemblyLimits()

  package init() {}
}
