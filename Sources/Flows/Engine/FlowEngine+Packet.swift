import Packets

extension FlowEngine {
  /// A packet this much earlier than its predecessor in the flow shows a clock that went back.
  private static let clockTolerance: Int64 = -1_000

  /// Adds a packet to the flow at `place`.
  @inline(__always)
  mutating func take(_ packet: UnsafePointer<PacketHeaders>, at place: Int, isFromLow: Bool) {
    let flow = flows.pointer(place)
    let direction: FlowDirection =
      isFromLow == flow.pointee.isLowOriginator ? .originator : .responder
    if direction == .originator {
      flow.pointee.forward.count(packet.pointee)
    } else {
      flow.pointee.backward.count(packet.pointee)
    }
    if packet.pointee.frame != flow.pointee.firstFrame {
      let interval = packet.pointee.time.nanoseconds(since: flow.pointee.last)
      if interval < Self.clockTolerance { flow.pointee.clockBackwards &+= 1 }
      flow.pointee.interArrival.add(interval)
    }
    flow.pointee.lastFrame = packet.pointee.frame
    if packet.pointee.time > flow.pointee.last { flow.pointee.last = packet.pointee.time }
    if packet.pointee.carriesTunnel { flow.pointee.carriesTunnel = true }
    if case .opening = flow.pointee.form, packet.pointee.frame == flow.pointee.firstFrame { return }
    guard let connection = connection(of: place) else { return }
    follow(packet.pointee, direction, connection, flow)
  }
}
