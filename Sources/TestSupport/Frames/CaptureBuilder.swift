/// Makes a classic capture of Ethernet frames (LINKTYPE_ETHERNET, microseconds).
package struct CaptureBuilder {
  package private(set) var bytes: [UInt8] =
    [0xa1, 0xb2, 0xc3, 0xd4, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 1]

  package init() {}

  /// Adds a frame, so many microseconds after the beginning.
  package mutating func add(_ frame: [UInt8], at micros: Int) {
    let size = UInt32(truncatingIfNeeded: frame.count)
    let seconds = UInt32(truncatingIfNeeded: 1_700_000_000 + micros / 1_000_000)
    let fraction = UInt32(truncatingIfNeeded: micros % 1_000_000)
    for number in [seconds, fraction, size, size] { bytes += FrameBuilder.bigEndian(number) }
    bytes += frame
  }
}
