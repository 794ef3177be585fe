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
