/// Something that a side sent in the clear until the session was established, as it came by.
///
/// Zeek's `ssl_history` is made of these.
package struct TLSStep: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case handshake(HandshakeType)
    case changeCipherSpec
    case alert
    case heartbeat

    package var messageType: HandshakeType? {
      if case .handshake(let type) = self { type } else { nil }
    }
  }

  package var kind: Kind
  package var sender: Role
  package var moment: Moment

  package init(_ kind: Kind, from sender: Role, at moment: Moment) {
    self.kind = kind
    self.sender = sender
    self.moment = moment
  }
}
