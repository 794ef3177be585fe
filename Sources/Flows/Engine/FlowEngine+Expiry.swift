import Packets

extension FlowEngine {
  private static let second: Int64 = 1_000_000_000

  /// How long a flow may be silent before it has timed out.
  func idleTimeout(of flow: Flow) -> Int64 {
    switch flow.transport {
    case .tcp: break
    case .icmp, .icmpv6: return limits.icmpTimeout
    default: return limits.udpTimeout
    }
    return switch flow.phase {
    case .unfinished: limits.unfinishedTimeout
    case .established: limits.establishedTimeout
    case .closed: limits.timeWait
    }
  }

  /// Looks at the flows whose time has come.
  mutating func turnWheel() {
    // Wraps at the end of time: the wheel is then turned more often than need be.
    nextTurn = (now / Self.second &+ 1) &* Self.second
    while let head = wheel.nextBucket(until: now) {
      var place = head
      while place >= 0 {
        let following = flows.pointer(Int(place)).pointee.next
        review(Int(place))
        place = following
      }
    }
    while table.count > limits.retainedFlows, let place = takeIdle() { expire(place) }
  }

  /// Frees an ended flow, or moves a silent one to the idle queue, or puts it back into the wheel.
  private mutating func review(_ place: Int) {
    let flow = flows.pointer(place)
    guard !flow.pointee.isEnded else {
      flows.remove(place)
      return
    }
    let deadline = flow.pointee.last.nanoseconds &+ idleTimeout(of: flow.pointee)
    if deadline > now {
      flow.pointee.next = wheel.add(place, deadline: deadline)
    } else {
      pushIdle(place)
    }
  }

  /// A flow from the idle queue ends, unless packets came in the meantime.
  private mutating func expire(_ place: Int) {
    let flow = flows.pointer(place)
    guard !flow.pointee.isEnded else {
      flows.remove(place)
      return
    }
    let deadline = flow.pointee.last.nanoseconds &+ idleTimeout(of: flow.pointee)
    if deadline > now {
      flow.pointee.next = wheel.add(place, deadline: deadline)
    } else {
      end(place, nil)
      flows.remove(place)
    }
  }

  /// The table is full: gives up the flow that has been silent longest, as far as is known.
  ///
  /// One only: under a flood a bucket holds hundreds of thousands, whose records would wait
  /// together for the sink.
  mutating func evict() {
    while true {
      while let place = takeIdle() {
        let isEnded = flows.pointer(place).pointee.isEnded
        if !isEnded { giveUp(place) }
        flows.remove(place)
        if !isEnded { return }
      }
      guard var place = wheel.earliestBucket() else { return }
      while place >= 0 {
        let following = flows.pointer(Int(place)).pointee.next
        pushIdle(Int(place))
        place = following
      }
    }
  }

  private mutating func giveUp(_ place: Int) {
    counters.evicted &+= 1
    end(place, .evicted)
  }

  private mutating func pushIdle(_ place: Int) {
    let flow = flows.pointer(place)
    flow.pointee.next = -1
    shrinkConnection(of: place)
    if idleTail >= 0 {
      flows.pointer(Int(idleTail)).pointee.next = Int32(truncatingIfNeeded: place)
    } else {
      idleHead = Int32(truncatingIfNeeded: place)
    }
    idleTail = Int32(truncatingIfNeeded: place)
  }

  private mutating func takeIdle() -> Int? {
    guard idleHead >= 0 else { return nil }
    let place = Int(idleHead)
    idleHead = flows.pointer(place).pointee.next
    if idleHead < 0 { idleTail = -1 }
    return place
  }
}
