extension PacketDecoder {
  /// Keeps a fragment, and reads the transport when it was the last to arrive.
  mutating func readFragment(
    _ fragment: Fragment,
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    walk.headers.transport = .fragment
    setPayload(frame, at: offset, &walk)
    append(&walk, to: &packets)
  }
}
