import Packets

extension StreamAssembler {
  /// Takes a segment that is not simply the next one: the parts of it that are neither handed on nor
  /// held are handed on or held.
  mutating func order<Sink: StreamSink & ~Copyable>(
    _ payload: RawSpan,
    at number: Int64,
    to end: Int64,
    _ arrival: SegmentArrival,
    _ sink: inout Sink,
    _ memory: inout ReassemblyMemory
  ) {
    var position = number
    while true {
      if position < next {
        memory.repeatedBytes &+= UInt64(min(end, next) - position)
        position = next
      }
      guard position < end else { return }
      if position == next {
        let stop = min(end, held.first?.start ?? end)
        deliver(payload, at: number, from: position, to: stop, arrival, &sink, &memory)
        drain(&sink, &memory)
        position = stop
      } else if let covered = heldEnd(covering: position) {
        memory.repeatedBytes &+= UInt64(min(end, covered) - position)
        position = covered
      } else if hasRoom(for: Int(min(end - position, Int64(payload.byteCount))), memory) {
        position = hold(payload, at: number, from: position, to: end, arrival, &memory)
      } else {
        memory.overflows &+= 1
        let first = held.first
        let isFirst = first.map { $0.start < position } ?? false
        skip(
          to: isFirst ? first?.start ?? position : position,
          isFirst ? first?.arrival ?? arrival : arrival,
          &sink,
          &memory
        )
        drain(&sink, &memory)
      }
    }
  }

  /// Hands on the bytes `from ..< to` of a segment that starts at `number`.
  @inline(__always)
  mutating func deliver<Sink: StreamSink & ~Copyable>(
    _ payload: RawSpan,
    at number: Int64,
    from: Int64,
    to end: Int64,
    _ arrival: SegmentArrival,
    _ sink: inout Sink,
    _ memory: inout ReassemblyMemory
  ) {
    latest = .later(latest, arrival)
    let captured = min(end, number + Int64(payload.byteCount))
    if captured > from {
      next = captured
      sink.receive(
        payload.extracting(Int(from - number)..<Int(captured - number)),
        from: direction,
        latest
      )
    }
    // What the snap length cut off will not come again.
    if end > next { skip(to: end, arrival, &sink, &memory) }
  }

  /// Hands on what is held and no longer waits for anything.
  mutating func drain<Sink: StreamSink & ~Copyable>(
    _ sink: inout Sink,
    _ memory: inout ReassemblyMemory
  ) {
    var number = 0
    while number < held.count, held[number].start <= next {
      let segment = held[number]
      number += 1
      heldCost -= segment.cost
      memory.bytes -= segment.cost
      deliver(
        segment.bytes.span.bytes,
        at: segment.start,
        from: segment.start,
        to: segment.end,
        segment.arrival,
        &sink,
        &memory
      )
    }
    guard number > 0 else { return }
    if number == held.count { held = [] } else { held.removeFirst(number) }
  }

  /// Whether `count` more bytes may wait.
  private func hasRoom(for count: Int, _ memory: ReassemblyMemory) -> Bool {
    let limits = memory.limits
    let cost = count + HeldSegment.overhead
    let limit =
      acknowledged == .min ? limits.bytesWithoutAcknowledgment : limits.bytesPerDirection
    return held.count < limits.segmentsPerDirection && heldCost + cost <= limit
      && memory.bytes + cost <= limits.bytes
  }

  /// How far the held segment reaches that has the byte at `number`.
  private func heldEnd(covering number: Int64) -> Int64? {
    let index = firstHeld(endingAfter: number)
    return index < held.count && held[index].start <= number ? held[index].end : nil
  }

  /// Searches from the end: segments behind a hole mostly come in order.
  private func firstHeld(endingAfter number: Int64) -> Int {
    var index = held.count
    while index > 0, held[index - 1].end > number { index -= 1 }
    return index
  }

  /// Keeps the bytes from `from`, which are not held, up to `end` or to the next held segment;
  /// returns where that is.
  private mutating func hold(
    _ payload: RawSpan,
    at number: Int64,
    from: Int64,
    to end: Int64,
    _ arrival: SegmentArrival,
    _ memory: inout ReassemblyMemory
  ) -> Int64 {
    let index = firstHeld(endingAfter: from)
    let stop = index < held.count ? min(end, held[index].start) : end
    let captured = min(stop, number + Int64(payload.byteCount))
    var bytes: [UInt8] = []
    if captured > from {
      payload.extracting(Int(from - number)..<Int(captured - number))
        .withUnsafeBytes { bytes = Array($0) }
    }
    let segment = HeldSegment(start: from, end: stop, bytes: bytes, arrival: arrival)
    heldCost += segment.cost
    memory.bytes += segment.cost
    held.insert(segment, at: index)
    return stop
  }
}
