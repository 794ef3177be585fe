import CaptureFiles
import Testing

@testable import Analysis

/// Simple packet blocks of pcapng have no time: they take that of the packet before them.
struct PacketsWithoutTimeTests {
  @Test func doNotMoveTheClock() throws {
    let section: [UInt32] = [0x0a0d_0d0a, 28, 0x1a2b_3c4d, 1, .max, .max, 28]
    let interface: [UInt32] = [1, 20, 101, 0, 20]
    let microseconds: UInt64 = 1_700_000_000_000_000
    let packet: [UInt32] = [
      6, 36, 0, UInt32(microseconds >> 32), UInt32(truncatingIfNeeded: microseconds), 4, 4, 0, 36,
    ]
    let simple: [UInt32] = [3, 20, 4, 0, 20]
    let words = section + interface + packet + simple
    let bytes = words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    }
    var sink = CollectingSink()
    let summary = try CaptureAnalyzer().run(CaptureReader(bytes: bytes), into: &sink).summary
    #expect(summary.totals.packets == 2)
    #expect(summary.totals.earliest?.nanoseconds == 1_700_000_000_000_000_000)
    #expect(summary.totals.duration == 0)
    #expect(summary.totals.clockBackwards == 0)
  }
}
