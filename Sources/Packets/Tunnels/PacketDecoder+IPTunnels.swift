extension PacketDecoder {
  /// Follows a tunnel that is an IP protocol of its own; false if `ipProtocol` is none.
  mutating func readIPTunnel(
    _ ipProtocol: IPProtocol,
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) -> Bool {
    switch ipProtocol {
    case .ipip:
      guard let outer = enter(.ipip, 0, &walk, &packets) else { return true }
      readIPv4(frame, at: offset, &walk, &packets)
      leave(outer, walk, &packets)
    case .ipv6:
      let kind: EncapsulationPath.Kind = walk.headers.network == .ipv4 ? .sixInFour : .ipip
      guard let outer = enter(kind, 0, &walk, &packets) else { return true }
      readIPv6(frame, at: offset, &walk, &packets)
      leave(outer, walk, &packets)
    case .gre:
      return readGRE(frame, at: offset, &walk, &packets)
    case .mpls:
      let outer = packets.count
      append(&walk, to: &packets)
      walk.beginNextLevel()
      readMPLS(frame, at: offset, &walk, &packets)
      leave(outer, walk, &packets)
    case .etherIP:
      guard walk.holds(2, at: offset), frame.byte(at: offset) >> 4 == 3,
        let outer = enter(.gre, 0, &walk, &packets)
      else { return false }
      readEthernet(frame, at: offset + 2, &walk, &packets)
      leave(outer, walk, &packets)
    default:
      return false
    }
    return true
  }
}
