/// The loop over the records of a pcap file.
struct PCAPWalk {
  /// Where the loop ended and why.
  struct End {
    var offset: Int
    /// Bytes from the offset on that the next record needs.
    var wanted: Int
    /// The length that no packet can have.
    var oversized: UInt32?
  }

  let header: PCAPHeader
  let variant: CaptureFormat
  /// Bytes of the largest packet that is believed.
  let bound: Int

  /// Appends every record that is whole.
  func appendRecords(
    _ bytes: RawSpan,
    from start: Int,
    window: ParseWindow,
    to records: inout ContiguousArray<CaptureRecord>,
    facts: inout CaptureFacts
  ) -> End {
    let order = header.byteOrder
    let headerLength = variant.pcapRecordHeaderLength
    let unit = variant.pcapFractionUnit
    let linkType = header.linkType
    let padding = leadingPadding
    let end = bytes.byteCount
    var offset = start
    while end - offset >= headerLength {
      let (captured, original) = lengths(bytes, at: offset)
      guard Int(captured) <= bound, captured >= padding else {
        return End(offset: offset, wanted: headerLength, oversized: captured)
      }
      let next = offset + headerLength + Int(captured)
      guard next <= end else { return End(offset: offset, wanted: next - offset) }
      // 2^32 seconds are less than half of what 64 bits of nanoseconds hold.
      let seconds = Int64(bytes.load32(offset, order))
      let fraction = Int64(bytes.load32(offset + 4, order))
      var whole = original
      if original < captured {
        whole = captured
        facts.packetsBelowCapturedLength &+= 1
        facts.dataBytes &-= UInt64(captured - original)
      }
      records.append(
        CaptureRecord(
          offset: offset + headerLength + Int(padding),
          capturedLength: captured - padding,
          originalLength: whole - padding,
          nanoseconds: seconds &* 1_000_000_000 &+ fraction &* unit,
          interface: 0,
          linkType: linkType,
          fileOffset: window.offset(of: offset)
        )
      )
      offset = next
    }
    return End(offset: offset, wanted: headerLength)
  }

  /// AIX puts three bytes before FDDI frames (LINKTYPE_FDDI is 10).
  private var leadingPadding: UInt32 {
    variant == .pcapAIX && header.linkType == 10 ? 3 : 0
  }

  /// Captured and original length of the record at an offset.
  @inline(__always)
  func lengths(_ bytes: RawSpan, at offset: Int) -> (captured: UInt32, original: UInt32) {
    let first = bytes.load32(offset + 8, header.byteOrder)
    let second = bytes.load32(offset + 12, header.byteOrder)
    switch header.lengthOrder {
    case .capturedFirst: return (first, second)
    case .originalFirst: return (second, first)
    case .larger: return (min(first, second), max(first, second))
    }
  }
}
