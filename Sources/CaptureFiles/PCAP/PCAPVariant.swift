extension CaptureFormat {
  /// Bytes of a pcap record's header.
  var pcapRecordHeaderLength: Int {
    switch self {
    case .pcapRedHat61, .pcapModified: 24
    case .pcapSuSE63: 28
    case .pcapNokia: 20
    default: 16
    }
  }

  /// Nanoseconds in a unit of the fraction of a record's time.
  var pcapFractionUnit: Int64 {
    self == .pcapNanoseconds || self == .pcapAIX ? 1 : 1_000
  }
}

/// Decides between dialects of pcap that share a magic number, by their first records.
///
/// The headers differ in length, so that under the wrong dialect the second record already looks
/// absurd. What counts as absurd follows Wireshark's libpcap reader.
struct PCAPVariantGuess {
  var header: PCAPHeader
  var limits: CaptureLimits

  /// The dialect with the fewest objections; the most usual one where they are equal.
  func best(_ bytes: RawSpan) -> CaptureFormat {
    var best = header.candidates.first ?? .pcap
    var fewest = Int.max
    for candidate in header.candidates {
      let found = objections(to: candidate, bytes)
      guard found < fewest else { continue }
      fewest = found
      best = candidate
    }
    return best
  }

  private func objections(to candidate: CaptureFormat, _ bytes: RawSpan) -> Int {
    let order = header.byteOrder
    let headerLength = candidate.pcapRecordHeaderLength
    var objections = 0
    var offset = 0
    for _ in 0..<3 {
      guard offset < bytes.byteCount else { break }
      guard bytes.byteCount - offset >= headerLength else { return objections + 1 }
      let captured = bytes.load32(offset + 8, order)
      let original = bytes.load32(offset + 12, order)
      if bytes.load32(offset + 4, order) >= 1_000_000 { objections += 1 }
      if captured > header.snapLength { objections += 1 }
      if original > 128 << 20 { objections += 1 }
      if captured > original { objections += 1 }
      objections += objectionsToExtension(of: candidate, bytes, at: offset + 16)
      guard captured <= limits.packetBound(linkType: header.linkType) else {
        return objections + 1
      }
      offset += headerLength + Int(captured)
      if offset > bytes.byteCount { return objections + 1 }
    }
    return objections
  }

  private func objectionsToExtension(
    of candidate: CaptureFormat,
    _ bytes: RawSpan,
    at offset: Int
  ) -> Int {
    let order = header.byteOrder
    switch candidate {
    case .pcapRedHat61, .pcapModified, .pcapSuSE63:
      var objections = 0
      // Interface index, Ethernet type (or one of Linux' own), packet type of Linux.
      if bytes.load32(offset, order) > 10_000 { objections += 1 }
      let type = bytes.load16(offset + 4, order)
      let isKnown = type >= 0x600 || type <= 0x17 || [0x60, 0x200, 0x400].contains(type)
      if !isKnown { objections += 1 }
      if bytes.load8(offset + 6) > 4 { objections += 1 }
      return objections
    case .pcapNokia:
      // Seen values: 9 or b, fbf, b or d, 6 or 9, 0, 1 or 2.
      let value = bytes.load32(offset, order)
      let isKnown =
        value & 0x0FFF_00F0 == 0x0FBF_0000 && [0x9, 0xB].contains(value >> 28)
        && [0xB, 0xD].contains(value >> 12 & 0xF) && [0x6, 0x9].contains(value >> 8 & 0xF)
        && [0x1, 0x2].contains(value & 0xF)
      return isKnown ? 0 : 1
    default:
      return 0
    }
  }
}
