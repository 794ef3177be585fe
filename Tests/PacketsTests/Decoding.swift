import Packets

/// Decodes one frame with a decoder of its own.
func decode(
  _ bytes: [UInt8],
  as linkType: LinkType = .ethernet,
  wireLength: Int? = nil
) -> [PacketHeaders] {
  var decoder = PacketDecoder()
  return decode(bytes, as: linkType, wireLength: wireLength, by: &decoder)
}

/// Decodes one frame with a decoder that may know earlier ones.
func decode(
  _ bytes: [UInt8],
  as linkType: LinkType = .ethernet,
  wireLength: Int? = nil,
  at seconds: Int64 = 0,
  by decoder: inout PacketDecoder
) -> [PacketHeaders] {
  var packets: ContiguousArray<PacketHeaders> = []
  let record = FrameContext(
    frame: 1,
    time: Timestamp(nanoseconds: seconds * 1_000_000_000),
    wireLength: UInt32(wireLength ?? bytes.count),
    interface: 0,
    linkType: linkType
  )
  decoder.decode(bytes.span.bytes, of: record, into: &packets)
  return Array(packets)
}

let alice = IPAddress(v4: 0x0a00_0001)
let bob = IPAddress(v4: 0xc0a8_0102)
let alice6 = IPAddress(high: 0x2001_0db8_0000_0000, low: 1)
let bob6 = IPAddress(high: 0x2001_0db8_0000_0000, low: 2)
