import Dissection
import Packets
import Testing

@testable import Analysis

struct FindingEvidenceTests {
  @Test(
    arguments: [
      ([], ""), ([7], "frame.number in {7}"),
      ([9, 1, 2, 3, 7, 2], "frame.number in {1..3, 7, 9}"),
    ] as [([UInt64], String)]
  )
  func filterNamesTheFrames(_ frames: [UInt64], _ filter: String) {
    #expect(FindingEvidence(frames: frames).displayFilter == filter)
  }

  @Test func framesBeyondTheLimitAreCounted() {
    var evidence = FindingEvidence()
    for frame in 1...1000 as ClosedRange<UInt64> {
      evidence.add(frame: frame, at: Timestamp(nanoseconds: Int64(frame)))
    }
    #expect(evidence.frames == Array(1...UInt64(FindingEvidence.frameLimit)))
    #expect(evidence.frameCount == 1000)
    #expect(evidence.times?.upperBound == Timestamp(nanoseconds: 1000))
  }

  @Test func framesThatComeAgainBeyondTheLimitAreNotCountedAgain() {
    var evidence = FindingEvidence()
    for frame in 1...500 as ClosedRange<UInt64> {
      for _ in 0..<2 { evidence.add(frame: frame, at: Timestamp(nanoseconds: Int64(frame))) }
    }
    #expect(evidence.frameCount == 500)
  }

  @Test(arguments: [10, 200, 5000] as [UInt64])
  func flowsThatComeAgainAreNotCountedAgain(_ count: UInt64) {
    var evidence = FindingEvidence()
    for _ in 0..<3 {
      for id in 0..<count {
        evidence.add(FindingFlow(.sample(id, from: "10.0.0.1", to: "10.0.0.2", 80, .tcp)))
      }
    }
    #expect(evidence.flowCount == count)
    #expect(evidence.flows.count == min(Int(count), FindingEvidence.flowLimit))
  }

  @Test func whatBothHaveIsCountedOnce() {
    var evidence = FindingEvidence()
    evidence.add(.at(3, milliseconds: 3), of: .sample(1, from: "10.0.0.1", to: "10.0.0.2", 1, .tcp))
    let same = evidence
    evidence.add(same)
    #expect(evidence.frameCount == 1)
    #expect(evidence.flowCount == 1)
  }

  @Test func framesThatComeLateFindTheirPlace() {
    var evidence = FindingEvidence()
    for frame in [5, 9, 7, 5, 1] as [UInt64] {
      evidence.add(frame: frame, at: Timestamp(nanoseconds: Int64(frame)))
    }
    #expect(evidence.frames == [1, 5, 7, 9])
    #expect(evidence.frameCount == 4)
    #expect(evidence.times == Timestamp(nanoseconds: 1)...Timestamp(nanoseconds: 9))
  }
}
