import Dissection

/// Who sent a frame to whom on an Ethernet link (IEEE 802.3 §3.2.3).
struct EthernetAddresses {
  var destination: HardwareAddress
  var source: HardwareAddress

  /// From the first 14 bytes of a frame.
  init?(_ header: RawSpan) {
    guard header.byteCount >= 14 else { return nil }
    let (first, second) = header.withUnsafeBytes { bytes in
      (
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 6, as: UInt64.self))
      )
    }
    destination = HardwareAddress(rawValue: first >> 16)
    source = HardwareAddress(rawValue: second >> 16)
  }
}
