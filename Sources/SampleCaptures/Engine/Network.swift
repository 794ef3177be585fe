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

  /// Nanoseconds after which a mirror port sends each frame a second time.
  private let mirrorDelay: UInt64?
  private var copies: [(time: UInt64, frame: [UInt8])] = []

  static let noiseLength = 1 << 17

  init(seed: UInt64, resolution: CaptureOutput.Resolution, mirrorDelay: UInt64?) {
    self.mirrorDelay = mirrorDelay
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
    build(route, fields, segment: segment, stream: stream)
    record(frame.bytes)
  }

  /// Records a router's message that a TCP segment was too big for its next link.
  mutating func recordTooBig(
    _ route: Route,
    _ fields: FrameBuilder.TCPFields,
    segment: Segment,
    stream: OutgoingStream,
    mtu: UInt16
  ) {
    build(route, fields, segment: segment, stream: stream)
    let router = Host(
      mac: route.destination.mac,
      address: .v4(192, 0, 2, 1),
      timeToLive: 253
    )
    record(
      FrameBuilder.fragmentationNeeded(
        Route(source: router, destination: route.source),
        mtu: mtu,
        about: frame.bytes
      )
    )
  }

  private mutating func build(
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
  }

  /// Records a frame that passes the capture point now.
  mutating func record(_ frame: [UInt8]) {
    if let mirrorDelay {
      recordCopies(before: now)
      copies.append((now + mirrorDelay, frame))
    }
    append(frame, time: now)
  }

  /// Records the mirrored copies that are due before an instant.
  mutating func recordCopies(before time: UInt64) {
    var due = 0
    while due < copies.count, copies[due].time <= time {
      append(copies[due].frame, time: copies[due].time)
      due += 1
    }
    copies.removeFirst(due)
  }

  private mutating func append(_ frame: [UInt8], time: UInt64) {
    capture.append(frame, time: time)
    truth.packets += 1
    truth.bytes += frame.count
    truth.note(time: time)
    let isTagged = frame[12] == 0x81 && frame[13] == 0x00
    if isTagged { truth.vlanPackets += 1 }
    let type = isTagged ? 16 : 12
    if frame[type] == 0x86, frame[type + 1] == 0xDD { truth.ipv6Packets += 1 }
  }
}
