/// What the first bytes of one side of a conversation say about a protocol.
package enum Recognition: Equatable, Sendable {
  /// The bytes are of this protocol, and their sender plays this part in it.
  case yes(Role)
  /// They are not, whatever follows.
  case no
  /// They fit so far.
  case needsMore
}
