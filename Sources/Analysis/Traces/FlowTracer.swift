import Flows
import Packets

/// Records what every packet did to its flow, and in the end hands on the traces of the flows that
/// matter most.
///
/// Points are kept of all flows as long as there is room; then those of ended flows that matter least
/// go first, and after them points of the longest flows alive. Everything goes by the order of the
/// capture, so that the result is the same for any number of threads.
struct FlowTracer: ~Copyable {
  private let limits: TraceLimits
  private var pool: TracePool
  private var acks: SelectiveAckStore
  private var slots = FlowSlots()
  private var alive: ContiguousArray<TracedFlow> = []
  private var freeSlots: ContiguousArray<Int32> = []
  private var meters: ContiguousArray<ProfileMeter> = []
  private var freeMeters: ContiguousArray<Int32> = []
  private var ended: ContiguousArray<EndedTrace> = []
  /// The flow of the packet before, which is often that of the next one, too.
  private var lastFlow = UInt64.max
  private var lastSlot: Int32 = -1
  /// Nothing can be thinned until a flow ends.
  private var isFull = false

  init(limits: TraceLimits) {
    self.limits = limits
    pool = TracePool(bytes: limits.pointBytes)
    acks = SelectiveAckStore(limit: limits.selectiveAcks)
  }

  // MARK: Packets

  /// Takes the next packet of the capture.
  mutating func add(
    _ packet: UnsafePointer<PacketHeaders>,
    _ placement: FlowPlacement,
    _ segment: SegmentTrace?
  ) {
    var point = TracePoint(packet.pointee, from: placement.direction, segment)
    guard let slot = slot(of: placement.flow) else {
      return open(placement.flow, point, bytes: packet.pointee.wireLength)
    }
    if let segment {
      point.compareStates(with: &alive[slot].states)
      if let acknowledgment = segment.acknowledgment,
        let ack = SelectiveAck(packet.pointee, acknowledgment: acknowledgment)
      {
        point.selectiveAck = acks.insert(ack)
      }
      if let correction = segment.correction { correct(slot, correction) }
    }
    if alive[slot].meter < 0 { begin(slot) }
    alive[slot].packets &+= 1
    meters[Int(alive[slot].meter)].add(packet.pointee.wireLength, at: point.time)
    append(point, to: slot)
  }

  @inline(__always)
  private mutating func slot(of flow: UInt64) -> Int? {
    if flow == lastFlow { return Int(lastSlot) }
    guard let slot = slots.slot(of: flow) else { return nil }
    lastFlow = flow
    lastSlot = slot
    return Int(slot)
  }

  private mutating func open(_ flow: UInt64, _ point: TracePoint, bytes: UInt32) {
    var states: UInt8 = 0
    var point = point
    point.compareStates(with: &states)
    let opened = TracedFlow(flow: flow, opening: point, openingBytes: bytes, states: states)
    let slot = freeSlots.popLast() ?? Int32(truncatingIfNeeded: alive.count)
    if Int(slot) < alive.count { alive[Int(slot)] = opened } else { alive.append(opened) }
    slots.insert(flow, slot)
  }

  /// A flow has a second packet: its first one moves to where there is room for many.
  private mutating func begin(_ slot: Int) {
    let place = freeMeters.popLast() ?? Int32(truncatingIfNeeded: meters.count)
    let opening = alive[slot].opening
    var meter = ProfileMeter(start: opening.time)
    meter.add(alive[slot].openingBytes, at: opening.time)
    if Int(place) < meters.count { meters[Int(place)] = meter } else { meters.append(meter) }
    alive[slot].meter = place
    append(opening, to: slot)
  }

  private mutating func append(_ point: TracePoint, to slot: Int) {
    if alive[slot].points.count >= limits.pointsOfFlow {
      thin(slot, to: limits.pointsOfFlow / 2)
    }
    if pool.append(point, to: &alive[slot].points) { return }
    makeRoom()
    if !pool.append(point, to: &alive[slot].points) { acks.remove(point.selectiveAck) }
  }

  private mutating func correct(_ slot: Int, _ correction: SegmentCorrection) {
    pool.change(correction.frame, in: alive[slot].points) { $0.mark = correction.mark }
  }

  // MARK: Room

  /// A flow with fewer points is not thinned: too little would be left of it.
  private static let fewest = 256

  /// Ended flows that are kept until the end: many times as many as are handed on, because findings
  /// may name those that look well by themselves.
  private static let keptEnded = 4_096

  /// Forgets the ended flows that matter least, when there are twice as many as are kept.
  private mutating func forgetEnded() {
    guard ended.count >= 2 * Self.keptEnded else { return }
    ended.sort { $0.precedes($1) }
    for trace in ended[Self.keptEnded...] { release(trace.points) }
    ended.removeLast(ended.count - Self.keptEnded)
  }

  /// Frees a quarter of the room: of ended flows that are well, then by thinning the longest flows
  /// alive, and only then of ended flows with troubles.
  private mutating func makeRoom() {
    guard !isFull else { return }
    ended.sort { $0.precedes($1) }
    while !pool.hasRoom, ended.last?.severity == .ok, let trace = ended.popLast() {
      release(trace.points)
    }
    if !pool.hasRoom { thinLongest() }
    while !pool.hasRoom, let trace = ended.popLast() { release(trace.points) }
    isFull = !pool.hasRoom
  }

  private mutating func thinLongest() {
    let longest = alive.indices.filter { alive[$0].points.count > Self.fewest }
      .sorted { (alive[$1].points.count, $0) < (alive[$0].points.count, $1) }
    for slot in longest where !pool.hasRoom {
      thin(slot, to: max(Self.fewest, alive[slot].points.count / 4))
    }
  }

  private mutating func thin(_ slot: Int, to count: Int) {
    let points = pool.points(of: alive[slot].points)
    let thinned = TraceThinning.thin(points, to: count)
    forgetAcks(of: points, but: thinned)
    pool.replace(&alive[slot].points, with: thinned)
  }

  /// Both are in the order of the capture, and the second is part of the first.
  private mutating func forgetAcks(
    of points: ContiguousArray<TracePoint>,
    but kept: ContiguousArray<TracePoint>
  ) {
    var next = 0
    for point in points {
      if next < kept.count, kept[next].frame == point.frame,
        kept[next].selectiveAck == point.selectiveAck
      {
        next += 1
      } else {
        acks.remove(point.selectiveAck)
      }
    }
  }

  private mutating func release(_ chain: TracePool.Chain) {
    var chain = chain
    pool.visit(chain) { acks.remove($0.selectiveAck) }
    pool.release(&chain)
  }

  // MARK: Ends

  /// Takes flows that have ended, and says in their records when they moved what.
  mutating func end(_ records: inout ContiguousArray<FlowRecord>) {
    records.withUnsafeMutableBufferPointer { records in
      guard let first = records.baseAddress else { return }
      for index in records.indices { end(first + index) }
    }
  }

  private mutating func end(_ record: UnsafeMutablePointer<FlowRecord>) {
    guard let slot = slots.remove(record.pointee.id).map(Int.init) else { return }
    lastFlow = .max
    isFull = false
    let flow = alive[slot]
    // The points go with the ended flow: the slot has none that could be thinned.
    alive[slot].points = TracePool.Chain()
    freeSlots.append(Int32(truncatingIfNeeded: slot))
    guard flow.meter >= 0 else {
      // All that it moved, it moved at once.
      var profile = FlowProfile()
      profile.values[0] = FlowProfile.value(of: UInt64(flow.openingBytes))
      record.pointee.profile = profile
      return
    }
    record.pointee.profile = meters[Int(flow.meter)].profile(duration: record.pointee.duration)
    freeMeters.append(flow.meter)
    let assessor = FlowAssessor(UnsafePointer(record))
    ended.append(
      EndedTrace(
        flow: flow.flow,
        packets: flow.packets,
        severity: assessor.severity,
        timeLost: assessor.timeLost,
        bytes: record.pointee.forward.wireBytes &+ record.pointee.backward.wireBytes,
        points: flow.points
      )
    )
    forgetEnded()
  }

  // MARK: The end

  /// The traces of the flows that matter most, once all flows have ended: first those that findings
  /// name, then those with the worst assessments, then those that moved most.
  mutating func conclude(_ findings: [Finding]) -> [FlowTrace] {
    let chosen = choose(findings)
    let share = Self.share(of: limits.points, among: chosen.map(\.points.count))
    return chosen.map { trace in
      let points = TraceThinning.thin(pool.points(of: trace.points), to: share)
      return handOn(trace, points)
    }
  }

  private func handOn(
    _ trace: EndedTrace,
    _ points: ContiguousArray<TracePoint>
  ) -> FlowTrace {
    var handed = FlowTrace(
      flow: trace.flow,
      packets: trace.packets,
      points: points,
      selectiveAcks: []
    )
    for index in handed.points.indices {
      guard let ack = acks[handed.points[index].selectiveAck] else {
        handed.points[index].selectiveAck = 0
        continue
      }
      handed.selectiveAcks.append(ack)
      handed.points[index].selectiveAck = UInt32(truncatingIfNeeded: handed.selectiveAcks.count)
    }
    return handed
  }

  /// Flows of a finding that come before all flows that no finding names.
  private static let flowsOfFinding = 4

  private mutating func choose(_ findings: [Finding]) -> [EndedTrace] {
    ended.sort { $0.precedes($1) }
    let places = Dictionary(
      ended.indices.map { (ended[$0].flow, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var isChosen = Set<Int>()
    var chosen: [EndedTrace] = []
    func choose(_ place: Int) {
      guard chosen.count < limits.flows, isChosen.insert(place).inserted else { return }
      chosen.append(ended[place])
    }
    for rank in 0..<Self.flowsOfFinding {
      for finding in findings where rank < finding.evidence.flows.count {
        if let place = places[finding.evidence.flows[rank].id] { choose(place) }
      }
    }
    for place in ended.indices {
      if chosen.count == limits.flows { break }
      choose(place)
    }
    return chosen
  }

  /// The most points that each may have, so that all together are no more than `budget`.
  private static func share(of budget: Int, among counts: [Int]) -> Int {
    var rest = budget
    var number = counts.count
    for count in counts.sorted() {
      if count > rest / number { return rest / number }
      rest -= count
      number -= 1
    }
    return budget
  }
}
