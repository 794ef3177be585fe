import Testing

@testable import Analysis

struct FrameMarksTests {
  private static func marks(_ frames: [UInt64]) -> FrameMarks {
    var marks = FrameMarks()
    for frame in frames { marks.insert(frame) }
    return marks
  }

  @Test(
    arguments: [
      ([], 0...1000, false), ([0], 0...1000, false), ([7], 7...7, true), ([7], 8...1000, false),
      ([5, 7, 9], 6...8, true), ([5, 9], 6...8, false),
      // 16 frames share a mark: only those that lie within tell.
      ([1000, 4000], 1008...3999, false), ([1000, 4000], 993...3999, false),
      ([1000, 4000], 992...1007, true), ([1000, 4000], 992...1006, false),
      ([.max], 1...UInt64.max, true), ([3, .max], 1...100, false),
    ] as [([UInt64], ClosedRange<UInt64>, Bool)]
  )
  func whatHappenedBetweenIsKnown(
    frames: [UInt64],
    range: ClosedRange<UInt64>,
    happened: Bool
  ) {
    #expect(Self.marks(frames).hasAny(within: range) == happened)
  }

  @Test(arguments: [([5], [4000]), ([4000], [5])] as [([UInt64], [UInt64])])
  func twoTogetherHaveTheMarksOfBoth(one: [UInt64], other: [UInt64]) {
    var marks = Self.marks(one)
    marks.add(Self.marks(other))
    #expect(marks.hasAny(within: 0...15))
    #expect(!marks.hasAny(within: 16...3999))
    #expect(marks.hasAny(within: 4000...4000))
  }
}
