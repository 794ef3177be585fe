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
  static func of(_ packet: borrowing PacketHeaders) -> (key: Self, fromHigher: Bool) {
    let fromHigher =
      packet.source == packet.destination
      ? packet.sourcePort > packet.destinationPort : packet.source > packet.destination
    let key = WiresharkConversationKey(
      higherAddress: fromHigher ? packet.source : packet.destination,
      lowerAddress: fromHigher ? packet.destination : packet.source,
      higherPort: fromHigher ? packet.sourcePort : packet.destinationPort,
      lowerPort: fromHigher ? packet.destinationPort : packet.sourcePort,
      network: packet.network
    )
    return (key, fromHigher)
  }
}
