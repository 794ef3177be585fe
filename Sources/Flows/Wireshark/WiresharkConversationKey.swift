import Packets

/// What makes packets one conversation for Wireshark: two addresses and ports, in either direction.
///
/// VLANs and tunnels are not part of it, so copies of a connection on two of them mix.
struct WiresharkConversationKey: Hashable {
  let higherAddress: IPAddress
  let lowerAddress: IPAddress
  let higherPort: UInt16
  let lowerPort: UInt16
  let network: NetworkKind

  /// The key of a packet's conversation, and whether its sender is the higher of the two.
  ///
  /// Where both ends are the same address and port the two directions are one.
  static func of(
    _ network: NetworkKind,
    from source: IPAddress,
    _ sourcePort: UInt16,
    to destination: IPAddress,
    _ destinationPort: UInt16
  ) -> (key: Self, fromHigher: Bool) {
    let fromHigher = source == destination ? sourcePort > destinationPort : source > destination
    let key = WiresharkConversationKey(
      higherAddress: fromHigher ? source : destination,
      lowerAddress: fromHigher ? destination : source,
      higherPort: fromHigher ? sourcePort : destinationPort,
      lowerPort: fromHigher ? destinationPort : sourcePort,
      network: network
    )
    return (key, fromHigher)
  }
}
