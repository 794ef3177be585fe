/// What the first bytes of one side of a conversation say about a protocol.
package enum Recognition: Equatable, Sendable {
  /// The bytes are of this protocol, and their sender plays this part in it.
  case yes(Role)
  /// They are not, whatever follows.
  case no
  /// They fit well, and more of this side would not tell: it is this protocol unless another one is
  /// likely too.
  case likely(Role)
  /// They fit so far.
  case needsMore
}
