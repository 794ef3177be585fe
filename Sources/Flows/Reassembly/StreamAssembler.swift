import Packets

/// Puts the bytes that one side of a TCP connection sent in their order.
///
/// Bytes that come in order are handed on without a copy. Those behind a hole are held within bounds
/// until it is filled, or until it is known that it will not be: the peer has acknowledged it
/// (RFC 9293 §3.8), a bound is reached, or the flow has ended. Of bytes that come twice the first
/// count, as in Zeek. Sequence numbers are relative and unwrapped; the first byte after a SYN is 1.
package struct StreamAssembler: Sendable {
  /// Sequence numbers beyond this are nobody's; the bound keeps arithmetic on them from wrapping.
  static let largestNumber: Int64 = 1 << 61

  let direction: FlowDirection
  /// Number of the next byte to hand on.
  @usableFromInline package internal(set) var next: Int64 = 0
  @usableFromInline package internal(set) var isStarted = false
  package internal(set) var isClosed = false
  /// What waits, by sequence number, without overlaps; all of it begins beyond `next`.
  var held: [HeldSegment] = []
  var heldCost = 0
  /// Where the FIN is; `.max` while none was captured.
  var finish: Int64 = .max
  /// Highest acknowledgment of the peer; `.min` while none was captured.
  @usableFromInline var acknowledged: Int64 = .min
  /// When the byte at `awaited` was first known to be acknowledged without having been captured.
  var awaitedSince: Int64 = 0
  var awaited: Int64 = .min
  /// The latest frame of all that was handed on.
  var latest = SegmentArrival(frame: 0, time: Timestamp(nanoseconds: 0))

  package init(_ direction: FlowDirection) { self.direction = direction }

  /// Says where the stream begins, when a SYN tells; without it, it begins with the first segment.
  package mutating func start(at number: Int64) {
    guard !isStarted, abs(number.clamped) < Self.largestNumber else { return }
    next = number
    isStarted = true
  }

  /// Takes a segment of which `payload` was captured and `length` bytes were on the wire.
  package mutating func receive<Sink: StreamSink & ~Copyable>(
    _ payload: RawSpan,
    length: Int,
    at number: Int64,
    _ arrival: SegmentArrival,
    into sink: inout Sink,
    _ memory: inout ReassemblyMemory
  ) {
    guard length > 0, length < 1 << 32, abs(number.clamped) < Self.largestNumber else { return }
    if !isStarted { start(at: number) }
    guard !isClosed else { return }
    let end = number + Int64(length)
    if number == next, held.isEmpty {
      deliver(payload, at: number, from: number, to: end, arrival, &sink, &memory)
    } else if end <= next {
      memory.repeatedBytes &+= UInt64(length)
      return
    } else {
      order(payload, at: number, to: end, arrival, &sink, &memory)
    }
    if acknowledged > next { reviewGap(at: arrival, &sink, &memory) }
    if next >= finish { close(&sink, &memory) }
  }

  /// Notes how far the peer has acknowledged this stream.
  package mutating func acknowledge<Sink: StreamSink & ~Copyable>(
    upTo number: Int64,
    _ arrival: SegmentArrival,
    into sink: inout Sink,
    _ memory: inout ReassemblyMemory
  ) {
    guard abs(number.clamped) < Self.largestNumber else { return }
    if number > acknowledged { acknowledged = number }
    guard acknowledged > next, isStarted, !isClosed else { return }
    reviewGap(at: arrival, &sink, &memory)
    if next >= finish { close(&sink, &memory) }
  }

  /// Notes an acknowledgment of bytes that were all handed on; `false`, and nothing is noted, if it
  /// may tell of others.
  ///
  /// Every third segment is one.
  @inlinable
  package mutating func acknowledgeKnown(upTo number: Int64) -> Bool {
    guard isStarted, number <= next else { return false }
    if number > acknowledged { acknowledged = number }
    return true
  }

  /// Notes a FIN, which stands after the last byte.
  package mutating func finish<Sink: StreamSink & ~Copyable>(
    at number: Int64,
    _ arrival: SegmentArrival,
    into sink: inout Sink,
    _ memory: inout ReassemblyMemory
  ) {
    guard abs(number.clamped) < Self.largestNumber, !isClosed else { return }
    if !isStarted { start(at: number) }
    if finish == .max { finish = number }
    guard next >= finish else { return }
    latest = .later(latest, arrival)
    close(&sink, &memory)
  }

  /// Ends the stream, with or without a FIN: what is held is handed on, with the gaps in it.
  package mutating func end<Sink: StreamSink & ~Copyable>(
    _ arrival: SegmentArrival,
    into sink: inout Sink,
    _ memory: inout ReassemblyMemory
  ) {
    guard !isClosed else { return }
    if isStarted {
      giveUp(upTo: goal, arrival, &sink, &memory)
      while let first = held.first {
        skip(to: first.start, first.arrival, &sink, &memory)
        drain(&sink, &memory)
      }
      if finish != .max { giveUp(upTo: finish, arrival, &sink, &memory) }
    }
    latest = .later(latest, arrival)
    close(&sink, &memory)
  }

  /// Gives up what is held, where nobody wants the stream any more.
  package mutating func release(_ memory: inout ReassemblyMemory) {
    memory.bytes -= heldCost
    heldCost = 0
    held = []
  }

  private mutating func close<Sink: StreamSink & ~Copyable>(
    _ sink: inout Sink,
    _ memory: inout ReassemblyMemory
  ) {
    guard !isClosed else { return }
    isClosed = true
    release(&memory)
    sink.close(direction, latest)
  }
}

extension Int64 {
  /// The number itself, or `.max` for `.min`, which has no magnitude.
  fileprivate var clamped: Int64 { self == .min ? .max : self }
}
