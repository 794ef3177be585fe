import Flows
import Packets
import Testing

struct StreamGapTests {
  @Test func anAcknowledgedHoleIsAGapAfterSomePatience() {
    var story = StreamStory()
    story.start()
    story.send("ab", at: 1)
    story.send("ef", at: 5)
    story.acknowledge(7)
    #expect(story.text == "ab")
    story.wait(milliseconds: 10)
    story.acknowledge(7)
    #expect(story.text == "ab··ef")
    #expect(story.memory.gaps == 1)
    #expect(story.memory.missingBytes == 2)
    #expect(story.memory.overflows == 0)
  }

  @Test func bytesThatCameAfterTheirAcknowledgmentAreNoGap() {
    var story = StreamStory()
    story.start()
    story.acknowledge(3)
    story.send("b", at: 2)
    story.send("a", at: 1)
    story.wait(milliseconds: 10)
    story.acknowledge(3)
    #expect(story.text == "ab")
  }

  @Test func aHoleThatWasNotAcknowledgedStaysOpen() {
    var story = StreamStory()
    story.start()
    story.acknowledge(1)
    story.send("cd", at: 3)
    story.wait(milliseconds: 60_000)
    story.acknowledge(1)
    #expect(story.text == "")
    story.send("ab", at: 1)
    #expect(story.text == "abcd")
  }

  @Test func ofAStreamThatWasNotCapturedOnlyTheGapsAreTold() {
    var story = StreamStory()
    story.start()
    story.acknowledge(4)
    story.wait(milliseconds: 10)
    story.acknowledge(6)
    #expect(story.text == "·····")
  }

  @Test func theAcknowledgmentOfAnUnseenFINIsNoGap() {
    var story = StreamStory()
    story.start()
    story.send("ab", at: 1)
    story.acknowledge(4)
    story.wait(milliseconds: 10)
    story.acknowledge(4)
    story.end()
    #expect(story.text == "ab!")
  }

  @Test func theEndHandsOnWhatIsHeld() {
    var story = StreamStory()
    story.start()
    story.send("b", at: 2)
    story.send("d", at: 4)
    story.finish(at: 6)
    story.end()
    #expect(story.text == "·b·d·!")
    #expect(story.memory.bytes == 0)
  }

  @Test func framesOfBytesBehindAGapAreTheirOwn() {
    var story = StreamStory()
    story.start()
    story.send("b", at: 2)
    story.send("a", at: 10)
    story.end()
    #expect(story.sink.frames == [1, 1, 2, 2])
  }

  @Test(
    "What the snap length cut off is a gap at once",
    arguments: [
      ([("ab", 1, 5), ("f", 6, 1)], "ab···f"),
      ([("f", 6, 1), ("ab", 1, 5)], "ab···f"),
      ([("", 1, 5), ("f", 6, 1)], "·····f"),
      ([("c", 3, 3), ("f", 6, 1), ("abXXX", 1, 5)], "abc··f"),
      ([("a", 1, 1), ("abcd", 1, 6)], "abcd··"),
    ] as [([(String, Int64, Int)], String)]
  )
  func cutPayloads(segments: [(String, Int64, Int)], expected: String) {
    var story = StreamStory()
    story.start()
    for (text, number, length) in segments { story.send(text, at: number, length: length) }
    #expect(story.text == expected)
    #expect(story.memory.bytes == 0)
  }
}
