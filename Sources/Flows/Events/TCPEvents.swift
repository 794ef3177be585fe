import Packets

/// Collects the events of the packet under analysis; does nothing when nobody asked for events.
struct TCPEvents: ~Copyable {
  private let isEnabled: Bool
  private(set) var events = ContiguousArray<FlowEvent>()
  var samples: TCPSamples
  /// The packet and flow that events are about.
  var frame: UInt64 = 0
  var time = Timestamp(nanoseconds: 0)
  var flow: UInt64 = 0
  var stream: UInt32 = 0
  /// The packet is a mirror's second copy, damaged or implausible: its payload does not count.
  var isIgnored = false

  init(isEnabled: Bool, collectsSamples: Bool) {
    self.isEnabled = isEnabled
    samples = TCPSamples(isEnabled: collectsSamples)
  }

  /// Adds an event of the current packet.
  @inline(__always)
  mutating func add(
    _ kind: FlowEventKind,
    _ direction: FlowDirection,
    evidence: Evidence = .proven,
    retransmission: RetransmissionKind? = nil,
    sequence: Int64 = 0,
    length: UInt32 = 0,
    value: Int64 = 0,
    related: UInt64 = 0
  ) {
    switch kind {
    case .duplicateFrame, .badChecksum, .implausibleSequence: isIgnored = true
    default: break
    }
    guard isEnabled else { return }
    events.append(
      FlowEvent(
        frame: frame,
        time: time,
        flow: flow,
        stream: stream,
        direction: direction,
        kind: kind,
        evidence: evidence,
        retransmission: retransmission,
        sequence: sequence,
        length: length,
        value: value,
        relatedFrame: related
      )
    )
  }

  /// Forgets what was collected, once the caller has it.
  mutating func removeAll() { events.removeAll(keepingCapacity: true) }
}
