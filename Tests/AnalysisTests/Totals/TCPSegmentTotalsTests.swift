import Analysis
import Testing

struct TCPSegmentTotalsTests {
  /// A counter that is added later and forgotten in the merging would be that of one thread.
  @Test func everyCounterIsMerged() {
    var totals = TCPSegmentTotals()
    // Every property is an integer of 64 bits; each gets a value of its own.
    withUnsafeMutableBytes(of: &totals) { bytes in
      for (index, offset) in stride(from: 0, to: bytes.count, by: 8).enumerated() {
        bytes.storeBytes(of: UInt64(index + 1), toByteOffset: offset, as: UInt64.self)
      }
    }
    let before = Self.counters(totals)
    #expect(before.count == MemoryLayout<TCPSegmentTotals>.size / 8)
    #expect(Set(before.map(\.value)) == Set(1...UInt64(before.count)))
    totals.merge(totals)
    for (old, new) in zip(before, Self.counters(totals)) {
      #expect(new.value == 2 * old.value, "\(old.name)")
    }
  }

  private static func counters(_ totals: TCPSegmentTotals) -> [(name: String, value: UInt64)] {
    Mirror(reflecting: totals).children.compactMap { child in
      switch child.value {
      case let value as UInt64: (child.label ?? "", value)
      case let value as Int64: (child.label ?? "", UInt64(bitPattern: value))
      default: nil
      }
    }
  }
}
