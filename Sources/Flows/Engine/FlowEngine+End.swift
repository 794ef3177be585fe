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
    beginConnection(of: flow)
    table.remove(flow.pointee.hash, place: place)
    finished.append(record(of: flow, ending: ending))
    if flow.pointee.connection >= 0 {
      let connection = Int(flow.pointee.connection)
      connections.pointer(connection).pointee.release()
      connections.remove(connection)
      flow.pointee.connection = -1
    }
    flow.pointee.isEnded = true
  }

  private func record(of flow: UnsafeMutablePointer<Flow>, ending: FlowEnding?) -> FlowRecord {
    var record = FlowRecord()
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
    record.ending = ending ?? naturalEnding(of: flow)
    if flow.pointee.connection >= 0 {
      record.tcp = connections.pointer(Int(flow.pointee.connection)).pointee.summary(
        from: flow.pointee.first,
        to: flow.pointee.last
      )
    }
    return record
  }

  /// How a flow that nothing cut short has ended.
  private func naturalEnding(of flow: UnsafeMutablePointer<Flow>) -> FlowEnding {
    if flow.pointee.connection >= 0 {
      let connection = connections.pointer(Int(flow.pointee.connection))
      if connection.pointee.progress.isReset { return .reset }
      if connection.pointee.isClosed { return .finished }
    }
    let deadline = flow.pointee.last.nanoseconds &+ idleTimeout(of: flow.pointee)
    return deadline <= now ? .timeout : .endOfCapture
  }
}
