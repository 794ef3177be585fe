/// A pcap file (Ethernet, little endian) as it grows, handed out in pieces so that its length costs no memory.
struct CaptureOutput {
  enum Resolution: Sendable {
    case microseconds
    case nanoseconds
  }

  private let resolution: Resolution
  private(set) var bytes: [UInt8] = []
  private(set) var total = 0

  init(resolution: Resolution) {
    self.resolution = resolution
    let magic: UInt32 = resolution == .nanoseconds ? 0xA1B2_3C4D : 0xA1B2_C3D4
    put(magic)
    put(2 | 4 << 16)
    put(0)
    put(0)
    put(262_144)
    put(1)
  }

  mutating func append(_ frame: [UInt8], time: UInt64) {
    let fraction = time % 1_000_000_000
    put(UInt32(truncatingIfNeeded: time / 1_000_000_000))
    put(UInt32(resolution == .nanoseconds ? fraction : fraction / 1000))
    put(UInt32(frame.count))
    put(UInt32(frame.count))
    bytes += frame
    total += frame.count
  }

  mutating func takeBytes() -> [UInt8] {
    let taken = bytes
    bytes = []
    bytes.reserveCapacity(taken.count)
    return taken
  }

  private mutating func put(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    total += 4
  }
}
