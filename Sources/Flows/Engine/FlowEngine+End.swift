import Packets

extension FlowEngine {
  /// Ends the capture: every flow alive ends, in the order of first packets.
  ///
  /// Call until it returns `false`, taking the finished flows (at most `number`) after each call.
  package mutating func finish(atMost number: Int = 1024) -> Bool {
    if remaining == nil {
      var places: [Int32] = []
      flows.visit { place, flow in
        if !flow.pointee.isEnded { places.append(Int32(truncatingIfNeeded: place)) }
      }
      places.sort { flows.pointer(Int($0)).pointee.id > flows.pointer(Int($1)).pointee.id }
      remaining = places
    }
    for _ in 0..<number {
      guard let place = remaining?.popLast() else { return false }
      end(Int(place), nil)
    }
    return true
  }

  /// Takes a flow out of the table and puts its record out.
  ///
  /// `ending` is `nil` when the flow's own state tells how it ended. The place stays taken until the wheel or the idle queue lets it go.
  mutating func end(_ place: Int, _ ending: FlowEnding?) {
    let flow = flows.pointer(place)
    let connection = connection(of: place)
    table.remove(flow.pointee.hash, place: place)
    finished.append(FlowRecord())
    Self.fill(
      &finished[finished.count - 1],
      from: flow,
      connection,
      ending ?? naturalEnding(of: flow, connection)
    )
    removeConnection(of: flow)
    flow.pointee.isEnded = true
  }

  /// Filled in place, because records are large.
  private static func fill(
    _ record: inout FlowRecord,
    from flow: UnsafeMutablePointer<Flow>,
    _ connection: UnsafeMutablePointer<AwakeConnection>?,
    _ ending: FlowEnding
  ) {
    let key = flow.pointee.key
    let low = Endpoint(address: key.low, port: UInt16(truncatingIfNeeded: key.ports >> 16))
    let high = Endpoint(address: key.high, port: UInt16(truncatingIfNeeded: key.ports))
    record.id = flow.pointee.id
    record.stream = flow.pointee.stream
    record.transport = flow.pointee.transport
    record.ipProtocol = IPProtocol(rawValue: UInt8(truncatingIfNeeded: key.ports >> 32))
    record.path = PathID(rawValue: key.path)
    record.carriesTunnel = flow.pointee.carriesTunnel
    record.originator = flow.pointee.isLowOriginator ? low : high
    record.responder = flow.pointee.isLowOriginator ? high : low
    record.originatorEvidence = flow.pointee.originatorEvidence
    record.firstFrame = flow.pointee.firstFrame
    record.lastFrame = flow.pointee.lastFrame
    record.first = flow.pointee.first
    record.last = flow.pointee.last
    record.forward = flow.pointee.forward
    record.backward = flow.pointee.backward
    record.clockBackwards = flow.pointee.clockBackwards
    record.interArrival = flow.pointee.interArrival
    record.ending = ending
    if let connection {
      record.tcp = connection.pointee.connection.summary(
        from: flow.pointee.first,
        to: flow.pointee.last
      )
    }
  }

  /// How a flow that nothing cut short has ended.
  private func naturalEnding(
    of flow: UnsafeMutablePointer<Flow>,
    _ connection: UnsafeMutablePointer<AwakeConnection>?
  ) -> FlowEnding {
    if let connection {
      if connection.pointee.connection.progress.isReset { return .reset }
      if connection.pointee.connection.isClosed { return .finished }
    }
    let deadline = flow.pointee.last.nanoseconds &+ idleTimeout(of: flow.pointee)
    return deadline <= now ? .timeout : .endOfCapture
  }
}
