/// A set of ports: few as a list, many as one bit each.
struct PortSet: Sendable {
  private static let listLimit = 32

  private(set) var count = 0
  private var list: [UInt16] = []
  private var bits: [UInt64] = []

  /// Adds a port; `false` if it was there.
  mutating func insert(_ port: UInt16) -> Bool {
    if bits.isEmpty {
      guard !list.contains(port) else { return false }
      if list.count < Self.listLimit {
        list.append(port)
        count += 1
        return true
      }
      bits = [UInt64](repeating: 0, count: 1024)
      for known in list { bits[Int(known >> 6)] |= 1 << UInt64(known & 63) }
      list = []
    }
    let bit: UInt64 = 1 << UInt64(port & 63)
    guard bits[Int(port >> 6)] & bit == 0 else { return false }
    bits[Int(port >> 6)] |= bit
    count += 1
    return true
  }
}
