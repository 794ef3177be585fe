import CaptureFiles
import Flows
import Packets
import Testing

@testable import Analysis

struct CaptureQualityTests {
  @Test func measuresEveryKindOnceAndInOrder() {
    let quality = AnalysisAccumulator().finish(captures: []).quality
    #expect(quality.measures.map(\.kind) == QualityMeasure.Kind.allCases)
    #expect(quality.severity == .ok)
    #expect(quality.measures.allSatisfy { $0.consequence.hasSuffix(".") })
  }

  @Test(arguments: [
    (UInt64(1), Severity.notice), (52, .notice), (53, .warning), (1000, .warning),
  ])
  func duplicatesOfAHundredthAndATwentieth(duplicates: UInt64, severity: Severity) {
    var accumulator = AnalysisAccumulator()
    accumulator.add(
      .connection(dataSegments: 1000) {
        $0.originator.duplicateFrames = duplicates
        $0.responder.dataSegments = 0
      }
    )
    let measure = accumulator.finish(captures: []).quality[.duplicateFrames]
    #expect(measure?.count == duplicates)
    #expect(measure?.total == 1000 + duplicates)
    #expect(measure?.severity == severity)
  }

  @Test func whatTheFilesSayOfLossAndDamageIsMeasured() {
    var facts = CaptureFacts(name: "a")
    facts.droppedBeforePackets = 2
    facts.furtherDamage = 3
    facts.damage = [CaptureDamage(byteOffset: 9, reason: .badSectionHeader, packetsBefore: 0)]
    var interface = CaptureInterface(
      index: 0,
      section: 0,
      linkType: 1,
      snapLength: 0,
      precision: .microseconds
    )
    interface.statistics.droppedBySystem = 5
    interface.statistics.droppedByInterface = 1
    facts.interfaces = [interface]
    let quality = AnalysisAccumulator().finish(captures: [facts, facts]).quality
    #expect(quality[.droppedPackets]?.count == 16)
    #expect(quality[.droppedPackets]?.share == 1)
    #expect(quality[.damage]?.count == 8)
    #expect(quality[.damage]?.share == nil)
    #expect(quality.severity == .warning)
    #expect(quality.notes.map(\.kind) == [.droppedPackets, .damage])
  }

  @Test func unansweredConnectionsAreNotOneWayCaptures() {
    var accumulator = AnalysisAccumulator()
    accumulator.add(.unanswered(syns: 2, ending: .timeout))
    accumulator.add(.connection(change: { $0.forward.packets = 0 }))
    let quality = accumulator.finish(captures: []).quality
    #expect(quality[.oneWayFlows]?.count == 1)
    #expect(quality[.oneWayFlows]?.total == 2)
  }

  @Test(arguments: [
    (UInt64(1000), UInt32(949), false), (1000, 950, true), (3, 3, false), (4, 4, true),
  ])
  func aSideWithNearlyAllChecksumsBadOffloadsThem(packets: UInt64, bad: UInt32, isOffload: Bool) {
    var accumulator = AnalysisAccumulator()
    var packet = PacketHeaders()
    packet.transportChecksum = .bad
    for _ in 0..<bad { accumulator.add(packet) }
    accumulator.add(
      .connection(change: {
        $0.forward.packets = packets
        $0.forward.badChecksums = bad
      })
    )
    let quality = accumulator.finish(captures: []).quality
    #expect(quality[.badChecksums]?.count == (isOffload ? 0 : UInt64(bad)))
    #expect(quality[.offloadedChecksums]?.count == (isOffload ? UInt64(bad) : 0))
    #expect(quality[.offloadedChecksums]?.severity == (isOffload ? .notice : .ok))
  }
}
