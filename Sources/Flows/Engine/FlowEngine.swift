package import Packets

/// Turns decoded packets into flows and events.
///
/// Packets go in by `process(_:)` in capture order; finished flows and events are taken out after
/// each batch. It knows no clock but the packets', so the result depends on the capture alone.
package struct FlowEngine: ~Copyable {
  let limits: FlowLimits
  var table = FlowTable()
  var flows = Slab<Flow>()
  var connections = Slab<AwakeConnection>()
  /// Memory of the connections' ranges.
  private let ranges: UnsafeMutablePointer<BlockPool>
  /// What every connection begins as: copying it is faster than making another.
  let freshConnection: UnsafeMutablePointer<AwakeConnection>
  /// SYNs of connections of which nothing else was captured yet.
  var openings = Slab<PacketHeaders>()
  /// Where the search for a connection that may sleep goes on.
  var sleepHand = 0
  var wheel = ExpiryWheel()
  var mirrors = MirrorTable()
  /// Flows past their time-out that are kept for late packets, longest idle first.
  var idleHead: Int32 = -1
  var idleTail: Int32 = -1
  var events: TCPEvents
  var now: Int64 = .min
  var nextTurn: Int64 = .min
  var finished = ContiguousArray<FlowRecord>()
  /// Once the capture has ended: the flows still to end, last first.
  var remaining: [Int32]?
  /// Flows by transport and what the bounds turned away.
  package internal(set) var counters = FlowCounters()

  /// An engine; `collectsEvents` and `collectsSamples` decide whether they are kept for the caller.
  package init(
    limits: FlowLimits = FlowLimits(),
    collectsEvents: Bool = false,
    collectsSamples: Bool = false
  ) {
    self.limits = limits
    events = TCPEvents(isEnabled: collectsEvents, collectsSamples: collectsSamples)
    ranges = .allocate(capacity: 1)
    ranges.initialize(to: BlockPool())
    freshConnection = .allocate(capacity: 1)
    freshConnection.initialize(to: AwakeConnection())
    freshConnection.pointee.connection.originator.segments = SlidingArray(pool: ranges)
    freshConnection.pointee.connection.responder.segments = SlidingArray(pool: ranges)
  }

  deinit {
    releaseConnections()
    freshConnection.deallocate()
    ranges.deinitialize(count: 1)
    ranges.deallocate()
  }

  /// Takes a batch of packets with what finds their flows, one for each.
  package mutating func process(
    _ packets: ContiguousArray<PacketHeaders>,
    _ lookups: ContiguousArray<FlowLookup>
  ) {
    packets.withUnsafeBufferPointer { packets in
      guard let first = packets.baseAddress else { return }
      for index in packets.indices { _ = process(first + index, lookups[index]) }
    }
  }

  /// Takes one packet.
  package mutating func process(_ packet: borrowing PacketHeaders) {
    let lookup = FlowLookup(packet, seed: FlowLookup.seed)
    withUnsafePointer(to: packet) { _ = process($0, lookup) }
  }

  /// Takes one packet and returns the place of its flow; `nil` if it belongs to none.
  // By pointer, because a packet's headers handed on by value are copied at every step.
  @inline(__always)
  mutating func process(_ packet: UnsafePointer<PacketHeaders>, _ lookup: FlowLookup) -> Int? {
    switch packet.pointee.transport {
    case .none, .fragment: return nil
    default: break
    }
    let time = packet.pointee.time.nanoseconds
    if time > now {
      now = time
      if time >= nextTurn { turnWheel() }
    }
    var reuse: PortReuse?
    if let place = table.find(lookup.key, hash: lookup.hash, in: flows) {
      guard packet.pointee.tcp.flags.contains(.syn),
        isNewConnection(packet.pointee, at: place, lookup.isFromLow, reuse: &reuse)
      else {
        take(packet, at: place, isFromLow: lookup.isFromLow)
        return place
      }
      end(place, .superseded)
    }
    let place = open(packet.pointee, lookup, reuse: reuse)
    take(packet, at: place, isFromLow: lookup.isFromLow)
    return place
  }

  /// Lets `body` complete the records of flows that have ended, before they are handed on.
  package mutating func completeFinished(_ body: (inout FlowRecord) -> Void) {
    for index in finished.indices { body(&finished[index]) }
  }

  /// Hands the flows that have ended since the last call to `body`, if there are any.
  package mutating func takeFinished(
    _ body: (ContiguousArray<FlowRecord>) throws -> Void
  ) rethrows {
    guard !finished.isEmpty else { return }
    try body(finished)
    finished.removeAll(keepingCapacity: true)
  }

  /// Exchanges the flows that have ended since the last call for the empty list `flows`.
  package mutating func takeFinished(into flows: inout ContiguousArray<FlowRecord>) {
    swap(&flows, &finished)
    finished.removeAll(keepingCapacity: true)
  }

  /// Hands the events since the last call to `body`, if there are any.
  package mutating func takeEvents(
    _ body: (ContiguousArray<FlowEvent>) throws -> Void
  ) rethrows {
    guard !events.events.isEmpty else { return }
    try body(events.events)
    events.removeAll()
  }

  /// Hands the samples since the last call to `body`, if there are any.
  package mutating func takeSamples(_ body: (borrowing TCPSamples) -> Void) {
    guard !events.samples.isEmpty else { return }
    body(events.samples)
    events.samples.removeAll()
  }
}
