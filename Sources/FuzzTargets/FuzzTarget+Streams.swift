import Flows
import Packets

extension FuzzTarget {
  /// The first byte sets the bounds; the rest are segments, acknowledgments, waits and FINs, four
  /// bytes each.
  func runStreams(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let choice = input.byte()
    var limits = ReassemblyLimits()
    if choice & 1 != 0 { limits.segmentsPerDirection = 3 }
    if choice & 2 != 0 { limits.bytesPerDirection = 700 }
    if choice & 4 != 0 { limits.bytes = 900 }
    if choice & 8 != 0 { limits.bytesWithoutAcknowledgment = 400 }
    let base: Int64 = choice & 16 != 0 ? (1 << 32) - 100 : 1
    var script = StreamScript(limits: limits, base: base)
    if choice & 32 != 0 { script.start() }
    // With segments alone no byte may get lost as long as no bound is reached.
    let kinds: UInt8 = choice & 64 != 0 ? 2 : 0
    while !input.isAtEnd { script.step(&input, kinds) }
    script.end()
  }
}

/// Drives an assembler and a model of it with the same steps.
private struct StreamScript {
  private var assembler = StreamAssembler(.originator)
  private var memory: ReassemblyMemory
  private var model = StreamModel()
  private let base: Int64
  private var frame: UInt64 = 0
  private var time: Int64 = 0
  /// Something happened that allows gaps where bytes were captured.
  private var mayMiss = false

  init(limits: ReassemblyLimits, base: Int64) {
    memory = ReassemblyMemory(limits: limits)
    self.base = base
  }

  mutating func start() {
    assembler.start(at: base)
    model.begin(at: base)
  }

  mutating func step(_ input: inout FuzzInput, _ kinds: UInt8) {
    let kind = input.byte() | kinds
    let number = base + Int64(input.byte()) * 4
    let count = Int(input.byte() & 0x7f)
    let cut = Int(input.byte() & 0x1f)
    time += Int64(kind >> 3) * 1_000_000
    frame += 1
    switch kind & 7 {
    case 0:
      mayMiss = true
      assembler.acknowledge(upTo: number + Int64(count), arrival, into: &model, &memory)
    case 1:
      mayMiss = true
      model.begin(at: number + Int64(count))
      assembler.finish(at: number + Int64(count), arrival, into: &model, &memory)
    default:
      send(count: count, at: number, cut: cut > 24 ? cut : 0)
    }
    check()
  }

  mutating func end() {
    frame += 1
    assembler.end(arrival, into: &model, &memory)
    precondition(model.isClosed && memory.bytes == 0, "held after the end")
    precondition(mayMiss || memory.overflows > 0 || model.skipped.isEmpty, "bytes lost")
  }

  private var arrival: SegmentArrival {
    SegmentArrival(frame: frame, time: Timestamp(nanoseconds: time))
  }

  private mutating func send(count: Int, at number: Int64, cut: Int) {
    // Each segment has other bytes, so that it shows which of two was taken.
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: Int(frame) &* 31 &+ $0) }
    if count + cut > 0 { model.begin(at: number) }
    model.capture(bytes, at: number)
    if cut > 0 { mayMiss = true }
    assembler.receive(
      bytes.span.bytes,
      length: count + cut,
      at: number,
      arrival,
      into: &model,
      &memory
    )
  }

  private func check() {
    precondition(memory.bytes >= 0 && memory.bytes <= memory.limits.bytes, "held too much")
    if let position = model.position {
      precondition(position == assembler.next, "another next byte")
    }
  }
}
