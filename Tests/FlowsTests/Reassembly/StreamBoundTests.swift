import Flows
import Packets
import Testing

struct StreamBoundTests {
  private func limits(_ change: (inout ReassemblyLimits) -> Void) -> ReassemblyLimits {
    var limits = ReassemblyLimits()
    change(&limits)
    return limits
  }

  @Test func aDirectionHoldsNoMoreBytesThanItsBound() {
    var story = StreamStory(limits: limits { $0.bytesPerDirection = 400 })
    story.start()
    story.acknowledge(1)
    for number in 0..<50 { story.send("0123456789", at: Int64(11 + 20 * number)) }
    #expect(story.memory.bytes <= 400)
    #expect(story.memory.overflows > 40)
    story.end()
    #expect(story.text.count(where: { $0 != "·" }) == 501)
    #expect(story.memory.bytes == 0)
  }

  @Test func aDirectionHoldsNoMoreSegmentsThanItsBound() {
    var story = StreamStory(limits: limits { $0.segmentsPerDirection = 3 })
    story.start()
    story.acknowledge(1)
    for number in [3, 5, 7, 9] { story.send("x", at: Int64(number)) }
    #expect(story.text == "··x")
    #expect(story.memory.overflows == 1)
  }

  @Test func aCopyOfWhatIsHeldNeedsNoRoom() {
    var story = StreamStory(limits: limits { $0.segmentsPerDirection = 2 })
    story.start()
    story.acknowledge(1)
    for number in [3, 5, 3, 5, 5] { story.send("x", at: Int64(number)) }
    #expect(story.text == "")
    #expect(story.memory.overflows == 0)
    #expect(story.memory.repeatedBytes == 3)
  }

  @Test func withoutAcknowledgmentsAHoleIsGivenUpEarly() {
    var story = StreamStory()
    story.start()
    let block = String(repeating: "x", count: 8_000)
    story.send(block, at: 2)
    #expect(story.text == "")
    story.send(block, at: 8_002)
    story.send(block, at: 16_002)
    #expect(story.text == "·" + block + block + block)
    #expect(story.memory.overflows == 1)
  }

  @Test func allDirectionsShareABound() {
    var story = StreamStory(limits: limits { $0.bytes = 300 })
    story.start()
    story.acknowledge(1)
    var other = StreamAssembler(.responder)
    other.start(at: 1)
    let bytes = Array("0123456789".utf8)
    let arrival = SegmentArrival(frame: 1, time: Timestamp(nanoseconds: 0))
    for number in [5, 25] {
      other.receive(
        bytes.span.bytes,
        length: 10,
        at: Int64(number),
        arrival,
        into: &story.sink,
        &story.memory
      )
    }
    story.send("b", at: 2)
    // The one that needs the room gives up its own hole.
    #expect(story.text == "·b")
    #expect(story.sink.text[.responder] == nil)
    #expect(story.memory.overflows == 1)
  }
}
