/// What all sessions share: the clock's queue, the capture point and the counts of what passed it.
struct Network {
  private(set) var now: UInt64 = 0
  var random: RandomSource
  var truth = Truth()
  var capture: CaptureOutput
  private var queue = EventQueue()
  private var frame = FrameBuilder()
  /// Bytes for message bodies: filled once, read at offsets.
  let noise: [UInt8]

  static let noiseLength = 1 << 17

  init(seed: UInt64, resolution: CaptureOutput.Resolution) {
    random = RandomSource(seed: seed)
    noise = random.bytes(Self.noiseLength)
    capture = CaptureOutput(resolution: resolution)
  }

  mutating func schedule(_ kind: Event.Kind, session: Int, at time: UInt64) {
    queue.schedule(kind, session: session, at: max(time, now))
  }

  mutating func nextEvent() -> Event? {
    guard let event = queue.popFirst() else { return nil }
    now = event.time
    return event
  }

  /// Records a TCP segment that passes the capture point now, its payload read from `stream`.
  mutating func recordTCP(
    _ route: Route,
    _ fields: FrameBuilder.TCPFields,
    segment: Segment,
    stream: OutgoingStream
  ) {
    frame.beginTCP(route, fields, identification: segment.identification)
    stream.forEachSlice(from: segment.offset, length: segment.length, noise: noise) { slice in
      frame.put(slice)
    }
    frame.finishTCP(route)
    record(frame.bytes)
  }

  /// Records a frame that passes the capture point now.
  mutating func record(_ frame: [UInt8]) {
    capture.append(frame, time: now)
    truth.packets += 1
    truth.bytes += frame.count
    truth.note(time: now)
    let isTagged = frame[12] == 0x81 && frame[13] == 0x00
    if isTagged { truth.vlanPackets += 1 }
    let type = isTagged ? 16 : 12
    if frame[type] == 0x86, frame[type + 1] == 0xDD { truth.ipv6Packets += 1 }
  }
}
