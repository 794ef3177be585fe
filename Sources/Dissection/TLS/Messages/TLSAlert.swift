/// An alert: why a side ends or refuses a session (RFC 8446 §6).
package struct TLSAlert: Equatable, Sendable {
  package enum Level: UInt8, Sendable {
    case warning = 1
    case fatal = 2
  }

  package var sender: Role
  package var moment: Moment
  /// `nil` where the alert is encrypted, or the level is none.
  package var level: Level?
  /// `nil` where the alert is encrypted.
  package var description: AlertDescription?

  /// Whether only the sender and its peer know what it says.
  package var isEncrypted: Bool { description == nil }
}
