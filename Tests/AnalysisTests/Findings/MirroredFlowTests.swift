import Flows
import TestSupport
import Testing

@testable import Analysis

/// Connections that were captured on another path, too.
struct MirroredFlowTests {
  @Test(arguments: [(nil, []), (1, [.duplicatedCapture])] as [(UInt64?, [FindingKind])])
  func theyAreCopies(mirrorOf: UInt64?, kinds: [FindingKind]) throws {
    var story = FlowStory()
    story.tell(.connection())
    story.tell(.connection { $0.mirrorOf = mirrorOf })
    let findings = story.findings()
    #expect(findings.map(\.kind) == kinds)
    #expect(findings.first?.figures.first == (kinds.isEmpty ? nil : Figure(.count, .count(2000))))
  }

  @Test func nothingElseIsSaidOfThem() {
    var story = FlowStory()
    for _ in 0..<5 {
      story.tell(
        .connection {
          $0.mirrorOf = 1
          $0.responder.zeroWindowTime = 20_000_000_000
          $0.responder.zeroWindowWait = 20_000_000_000
        }
      )
    }
    #expect(story.findings().map(\.kind) == [.duplicatedCapture])
  }

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    arguments: Corpus.captures.filter { $0.name == "zeek__vlan-collisions.pcap" }
  )
  func whatIsSaidInThemIsSaidOnce(_ capture: CorpusCapture) throws {
    let analysis = try CapturedAnalysis(of: capture.path)
    let totals = try #require(analysis.outcome.summary.applications)
    let once = analysis.transactions.filter { !$0.flow.isMirror }
    #expect(!once.isEmpty && once.count < analysis.transactions.count)
    #expect(totals.counts.values.reduce(0, +) == UInt64(once.count))
  }

  @Test func aClosedWindowIsToldOfWithoutItsFrames() {
    var story = FlowStory()
    story.tell(
      .connection {
        $0.responder.zeroWindowTime = 20_000_000_000
        $0.responder.zeroWindowWait = 20_000_000_000
      }
    )
    #expect(story.findings().map(\.kind) == [.zeroWindow])
  }
}
