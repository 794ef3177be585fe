import Packets

extension PacketHeaders {
  /// A 32-bit mix of all TCP header fields that a mirror's copy of a packet shares with the first
  /// copy and that a retransmission may change; TTL and link headers are left out because routed
  /// mirrors change them.
  var fingerprint: UInt32 {
    let tcp = tcp
    var mix = UInt64(tcp.sequence) << 32 | UInt64(tcp.acknowledgment)
    mix = (mix ^ (mix >> 29)) &* 0x9e37_79b9_7f4a_7c15
    mix ^= UInt64(tcp.flags.rawValue) << 48 | UInt64(tcp.window) << 32 | UInt64(checksum) << 16
    mix ^= UInt64(payloadLength)
    mix = (mix ^ (mix >> 32)) &* 0xbf58_476d_1ce4_e5b9
    mix ^= UInt64(tcp.options.timestampValue) << 32 | UInt64(tcp.options.timestampEcho)
    mix = (mix ^ (mix >> 29)) &* 0x94d0_49bb_1331_11eb
    if tcp.options.sackCount > 0 {
      let block = tcp.options.sackBlocks[0]
      mix ^= (UInt64(block.left) << 32 | UInt64(block.right)) &* 0x9e37_79b9_7f4a_7c15
    }
    return UInt32(truncatingIfNeeded: mix >> 32)
  }
}
