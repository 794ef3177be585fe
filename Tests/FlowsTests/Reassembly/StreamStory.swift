import Flows
import Packets

/// One direction of a connection told segment by segment, a millisecond apart.
struct StreamStory {
  var assembler = StreamAssembler(.originator)
  var memory: ReassemblyMemory
  var sink = RecordingSink()
  private var frame: UInt64 = 0
  /// Milliseconds of the capture's clock.
  private var now: Int64 = 0

  init(limits: ReassemblyLimits = ReassemblyLimits()) { memory = ReassemblyMemory(limits: limits) }

  var text: String { sink.originator }

  mutating func start(at number: Int64 = 1) { assembler.start(at: number) }

  /// A segment; `length` says how long it was where the capture cut it.
  mutating func send(_ text: String, at number: Int64, length: Int? = nil) {
    let bytes = Array(text.utf8)
    assembler.receive(
      bytes.span.bytes,
      length: length ?? bytes.count,
      at: number,
      arrival(),
      into: &sink,
      &memory
    )
  }

  mutating func acknowledge(_ number: Int64) {
    assembler.acknowledge(upTo: number, arrival(), into: &sink, &memory)
  }

  mutating func finish(at number: Int64) {
    assembler.finish(at: number, arrival(), into: &sink, &memory)
  }

  mutating func end() { assembler.end(arrival(), into: &sink, &memory) }

  mutating func wait(milliseconds: Int64) { now += milliseconds }

  private mutating func arrival() -> SegmentArrival {
    frame += 1
    now += 1
    return SegmentArrival(frame: frame, time: Timestamp(nanoseconds: now * 1_000_000))
  }
}
