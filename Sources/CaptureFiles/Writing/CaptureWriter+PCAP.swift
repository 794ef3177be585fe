extension CaptureWriter {
  /// The largest snapshot length that readers accept; what a header says where nothing is known.
  static let usualSnapLength: UInt32 = 262_144

  /// Appends the header of a pcap file, version 2.4, little endian.
  mutating func appendPCAPHeader(_ interface: CaptureInterface) {
    buffer.append32(format == .pcap ? 0xA1B2_C3D4 : 0xA1B2_3C4D)
    buffer.append16(2)
    buffer.append16(4)
    buffer.append32(0)
    buffer.append32(0)
    let snapLength = interface.snapLength
    buffer.append32(snapLength == 0 ? Self.usualSnapLength : snapLength)
    var network = UInt32(interface.linkType)
    if let length = interface.frameCheckLength, length % 2 == 0, length < 32 {
      network |= 0x0400_0000 | UInt32(length / 2) << 28
    }
    buffer.append32(network)
  }

  /// Appends one record; the unit is the nanoseconds in a unit of its time's fraction.
  mutating func appendPCAPRecord(
    _ packet: RawSpan,
    _ record: CaptureRecord,
    unit: Int64
  ) throws(CaptureFileError) {
    guard record.linkType == interfaces[0].linkType else {
      throw .unwritable(reason: "pcap holds one link type only")
    }
    let seconds = record.nanoseconds / 1_000_000_000
    guard record.nanoseconds >= 0, let seconds = UInt32(exactly: seconds),
      let captured = UInt32(exactly: packet.byteCount)
    else {
      throw .unwritable(reason: "its time is before 1970 or after 2106")
    }
    let fraction = record.nanoseconds % 1_000_000_000 / unit
    buffer.append32(seconds)
    buffer.append32(UInt32(truncatingIfNeeded: fraction))
    buffer.append32(captured)
    buffer.append32(max(record.originalLength, captured))
    buffer.append(packet)
  }
}
