import Flows
import Packets
import Testing

struct StreamAssemblerTests {
  /// Segments of "abcdefghij", overlapping some of them.
  private static let segments: [(String, Int64)] = [
    ("abc", 0), ("cd", 2), ("efgh", 4), ("ghij", 6), ("defg", 3),
  ]

  private static let orders: [[Int]] = permutations(of: [0, 1, 2, 3, 4])

  private static func permutations(of list: [Int]) -> [[Int]] {
    guard list.count > 1 else { return [list] }
    return list.indices.flatMap { index in
      var rest = list
      let first = rest.remove(at: index)
      return permutations(of: rest).map { [first] + $0 }
    }
  }

  @Test("Whatever the order, the stream is the same", arguments: orders)
  func putsSegmentsInOrder(order: [Int]) {
    // Beyond 32 bits: numbers do not wrap.
    for base: Int64 in [1, (1 << 32) - 4] {
      var story = StreamStory()
      story.start(at: base)
      story.acknowledge(base)
      for index in order {
        story.send(Self.segments[index].0, at: base + Self.segments[index].1)
      }
      story.finish(at: base + 10)
      #expect(story.text == "abcdefghij!")
      #expect(story.memory.bytes == 0)
      #expect(story.memory.gaps == 0)
    }
  }

  @Test func handsOnBytesInOrderWithoutCopy() {
    let bytes = Array("abcdef".utf8)
    var assembler = StreamAssembler(.responder)
    var sink = RecordingSink()
    var memory = ReassemblyMemory()
    bytes.withUnsafeBytes { memoryOfBytes in
      for start in [0, 3] {
        assembler.receive(
          memoryOfBytes.bytes.extracting(start..<start + 3),
          length: 3,
          at: Int64(start),
          SegmentArrival(frame: 1, time: Timestamp(nanoseconds: 0)),
          into: &sink,
          &memory
        )
      }
      #expect(
        sink.addresses == [memoryOfBytes.baseAddress, memoryOfBytes.baseAddress.map { $0 + 3 }]
      )
    }
    #expect(sink.text[.responder] == "abcdef")
  }

  @Test(
    "Of bytes that come twice the first count",
    arguments: [
      ([("abc", 1), ("XXXd", 1)], "abcd"),
      ([("abc", 1), ("XX", 2)], "abc"),
      ([("def", 4), ("XXXg", 4), ("abc", 1)], "abcdefg"),
      ([("ef", 5), ("XXXXXXXX", 2), ("a", 1)], "aXXXefXXX"),
      ([("c", 3), ("e", 5), ("XXXXXX", 2), ("a", 1)], "aXcXeXX"),
      ([("abcdef", 1), ("abcdef", 1), ("g", 7)], "abcdefg"),
    ] as [([(String, Int64)], String)]
  )
  func keepsTheFirstOfTwo(segments: [(String, Int64)], expected: String) {
    var story = StreamStory()
    story.start()
    for (text, number) in segments { story.send(text, at: number) }
    #expect(story.text == expected)
  }

  @Test func saysWhichFrameMadeBytesReadable() {
    var story = StreamStory()
    story.start()
    story.send("b", at: 2)
    story.send("c", at: 3)
    story.send("a", at: 1)
    story.send("d", at: 4)
    #expect(story.sink.frames == [3, 3, 3, 4])
  }

  @Test func startsWhereTheCaptureJoins() {
    var story = StreamStory()
    story.send("late", at: 5_000)
    story.send("before", at: 4_994)
    story.send("r", at: 5_004)
    #expect(story.text == "later")
    #expect(story.memory.repeatedBytes == 6)
  }

  @Test func closesWithTheFINOnceAllBytesCame() {
    var story = StreamStory()
    story.start()
    story.finish(at: 4)
    story.send("c", at: 3)
    #expect(!story.assembler.isClosed)
    story.send("ab", at: 1)
    #expect(story.text == "abc!")
    story.send("more", at: 4)
    story.end()
    #expect(story.text == "abc!")
  }

  @Test func finishesAnEmptyStream() {
    var story = StreamStory()
    story.finish(at: 1)
    #expect(story.text == "!")
  }

  @Test(
    "Numbers beyond all reason are refused",
    arguments: [Int64.min, .max, 1 << 61, -(1 << 61), .min + 1]
  )
  func refusesAbsurdNumbers(number: Int64) {
    var story = StreamStory()
    story.start(at: number)
    story.send("a", at: number)
    story.acknowledge(number)
    story.finish(at: number)
    #expect(story.text == "")
    story.send("b", at: 1)
    story.end()
    #expect(story.text == "b!")
  }
}
