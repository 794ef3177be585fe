package import Packets

/// Which hardware an address belonged to, and how that changed.
package struct NeighborBinding: Equatable, Sendable {
  /// Changes that are kept of one address.
  package static let maximumChanges = 16

  package struct Change: Equatable, Sendable {
    package var from: HardwareAddress
    package var to: HardwareAddress
    package var moment: Moment
    package var source: Source
  }

  /// What told of a binding, the weakest evidence of an attack first.
  package enum Source: Sendable {
    /// The sender of a question names itself.
    case request
    /// An answer to a question that was seen.
    case reply
    /// An answer that nobody asked for, or an announcement to all.
    case unsolicited
  }

  package var address: IPAddress
  /// The VLAN or tunnel that the address was seen in.
  package var segment: PathID
  package var hardware: HardwareAddress
  package var first: Moment
  package var last: Moment
  /// Messages that told of the address.
  package var messages: UInt64 = 1
  package var changes: [Change] = []
  package var changeCount: UInt64 = 0
  /// Advertised as a router (IPv6).
  package var isRouter = false
}
