import Dissection
import Packets
import Testing

@testable import Analysis

struct FindingTextTests {
  @Test(
    arguments: [
      ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
      (["a", "b", "c", "d", "e"], "a, b, c and 2 more"),
    ] as [([String], String)]
  )
  func listsNameTheFirstFew(items: [String], text: String) {
    #expect(FindingText.list(items) == text)
  }

  @Test func evidenceIsAddedToEvidence() {
    var evidence = FindingEvidence()
    evidence.add(.at(9, milliseconds: 9), of: .sample(1, from: "10.0.0.1", to: "10.0.0.2", 1, .tcp))
    var other = FindingEvidence()
    other.add(.at(3, milliseconds: 3), of: .sample(1, from: "10.0.0.1", to: "10.0.0.2", 1, .tcp))
    other.add(.at(4, milliseconds: 4), of: .sample(2, from: "10.0.0.1", to: "10.0.0.2", 1, .tcp))
    evidence.add(other)
    #expect(evidence.frames == [3, 4, 9])
    #expect(evidence.frameCount == 3)
    #expect(evidence.flows.map(\.id) == [1, 2])
    #expect(evidence.duration == 6_000_000)
  }
}
