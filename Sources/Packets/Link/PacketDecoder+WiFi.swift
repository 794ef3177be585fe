extension PacketDecoder {
  /// Reads an 802.11 frame (IEEE 802.11 §9.2.3); data that is not encrypted leads to LLC.
  ///
  /// Some drivers pad the header to whole words (`pads`).
  mutating func readWiFi(
    _ frame: RawSpan,
    at offset: Int,
    pads: Bool,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(24, at: offset) else { return }
    let control = frame.byte(at: offset)
    let flags = frame.byte(at: offset + 1)
    // Version 0, type data, and not one of the subtypes without a body.
    guard control & 0x0f == 0x08, control & 0x40 == 0 else { return }
    let isProtected = flags & 0x40 != 0
    guard !isProtected else { return }
    var length = 24
    // Between two access points there is a fourth address.
    if flags & 0x03 == 0x03 { length += 6 }
    var isAggregate = false
    if control & 0x80 != 0 {
      guard walk.holds(length + 2, at: offset) else { return }
      isAggregate = frame.byte(at: offset + length) & 0x80 != 0
      length += 2
      // The order bit of a QoS frame announces an HT control field.
      if flags & 0x80 != 0 { length += 4 }
    }
    if pads { length = (length + 3) & ~3 }
    if isAggregate {
      readAggregate(frame, at: offset + length, &walk, &packets)
    } else {
      readLLC(frame, at: offset + length, length: nil, &walk, &packets)
    }
  }

  /// Reads the subframes of an A-MSDU (IEEE 802.11 §9.3.2.2): addresses, length, LLC, padding.
  private mutating func readAggregate(
    _ frame: RawSpan,
    at start: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    let before = walk
    var offset = start
    while offset + 14 <= before.capturedEnd {
      let length = Int(frame.bigEndian16(at: offset + 12))
      guard length > 0 else { return }
      walk = before
      readLLC(frame, at: offset + 14, length: length, &walk, &packets)
      offset = start + ((offset - start + 14 + length + 3) & ~3)
    }
  }

  /// Passes a radiotap header (radiotap.org), whose flags tell whether the driver padded.
  mutating func readRadiotap(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(8, at: offset) else { return }
    let length = Int(frame.littleEndian16(at: offset + 2))
    guard frame.byte(at: offset) == 0, length >= 8, walk.holds(length, at: offset) else { return }
    let present = frame.littleEndian32(at: offset + 4)
    var field = offset + 8
    var word = present
    while word & 0x8000_0000 != 0, field + 4 <= offset + length {
      word = frame.littleEndian32(at: field)
      field += 4
    }
    if present & 0x1 != 0 {
      // The timer is aligned to its own size.
      field = offset + ((field - offset + 7) & ~7) + 8
    }
    let hasFlags = present & 0x2 != 0 && field < offset + length
    let pads = hasFlags && frame.byte(at: field) & 0x20 != 0
    readWiFi(frame, at: offset + length, pads: pads, &walk, &packets)
  }

  /// Passes a Prism header, 144 bytes by most drivers, or the AVS header in its place.
  mutating func readPrism(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(8, at: offset) else { return }
    if frame.bigEndian32(at: offset) >> 12 == 0x80211 {
      return readAVS(frame, at: offset, &walk, &packets)
    }
    // The length has the byte order of the capturing host, and is below 64 KiB.
    let stored = frame.littleEndian32(at: offset + 4)
    let length = Int(stored <= 0xffff ? stored : stored.byteSwapped)
    guard length >= 8, length <= 0xffff else { return }
    readWiFi(frame, at: offset + length, pads: false, &walk, &packets)
  }

  /// Passes an AVS header, which says its own length.
  mutating func readAVS(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(8, at: offset) else { return }
    let length = Int(frame.bigEndian32(at: offset + 4))
    guard length >= 8, length <= 0xffff else { return }
    readWiFi(frame, at: offset + length, pads: false, &walk, &packets)
  }
}
