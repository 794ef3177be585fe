/// The place from which bytes belong to another protocol that the first one makes room for.
package struct HandOver: Equatable, Sendable {
  /// What is spoken from there on.
  package enum Successor: Equatable, Sendable {
    /// TLS, by the same client (STARTTLS).
    case tls
    /// Whatever its first bytes say; the port, where one is named, is the server's (CONNECT).
    case any(port: UInt16?)
  }

  package var successor: Successor
  /// Bytes of the portion that are still of the first protocol.
  package var offset: Int

  package init(to successor: Successor, at offset: Int) {
    self.successor = successor
    self.offset = offset
  }
}
