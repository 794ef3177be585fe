package import Packets

/// What one message says of an address: which hardware has it.
package struct NeighborClaim: Equatable, Sendable {
  package var address: IPAddress
  /// The VLAN or tunnel that it was said in.
  package var segment: PathID
  package var hardware: HardwareAddress
  package var source: NeighborBinding.Source
  /// Told to all, as who takes an address over does, and not to one host.
  package var isAnnouncement: Bool
  package var moment: Moment
}
