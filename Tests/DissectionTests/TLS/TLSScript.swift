import Dissection

/// Feeds a dissector; each delivery is a frame, a millisecond after the one before.
struct TLSScript {
  var dissector = TLSDissector()
  private(set) var moment = Moment(frame: 0, time: 0)

  mutating func send(_ bytes: [UInt8], from role: Role) {
    step()
    dissector.receive(bytes.span.bytes, from: role, at: moment)
  }

  mutating func lose(_ count: Int64, from role: Role) {
    step()
    dissector.skip(count, from: role, at: moment)
  }

  /// The session, were the flow to end now.
  func finish() -> TLSSession? {
    var dissector = dissector
    dissector.finish(at: moment)
    return dissector.finished.first
  }

  private mutating func step() {
    moment = Moment(frame: moment.frame + 1, time: moment.time + 1_000_000)
  }
}
