package import Flows
import Packets

/// One packet in the trace of its flow, kept as small as it can be.
package struct TracePoint: BitwiseCopyable, Sendable {
  package struct Bits: OptionSet, BitwiseCopyable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let isFromResponder = Bits(rawValue: 1)
    package static let changesOriginator = Bits(rawValue: 2)
    package static let changesResponder = Bits(rawValue: 4)
    package static let hasWindow = Bits(rawValue: 8)
  }

  package var time: Int64 = 0
  package var frame: UInt64 = 0
  /// `.min` stands for none, as in the next one; -1 in the one after.
  private var sequenceOrNone: Int64 = .min
  private var acknowledgmentOrNone: Int64 = .min
  private var roundTripOrNone: Int64 = -1
  private var windowOrZero: UInt32 = 0
  /// Bytes of payload.
  package var length: UInt32 = 0
  /// Place among the selective acknowledgments, from 1; 0 for none.
  package var selectiveAck: UInt32 = 0
  /// The lower eight of TCP's flags.
  package var flags: UInt8 = 0
  private var markOrNone: UInt8 = .max
  /// Both sides' states after the packet, the originator's in the lower half.
  private var states: UInt8 = 0
  package var bits: Bits = []

  init(
    _ packet: borrowing PacketHeaders,
    from direction: FlowDirection,
    _ segment: SegmentTrace?
  ) {
    time = packet.time.nanoseconds
    frame = packet.frame
    length = packet.payloadLength
    if direction == .responder { bits.insert(.isFromResponder) }
    guard let segment else { return }
    flags = UInt8(truncatingIfNeeded: packet.tcp.flags.rawValue)
    sequenceOrNone = segment.sequence ?? .min
    acknowledgmentOrNone = segment.acknowledgment ?? .min
    roundTripOrNone = segment.roundTrip ?? -1
    if let window = segment.window {
      windowOrZero = window
      bits.insert(.hasWindow)
    }
    mark = segment.mark
    states = segment.originatorState.rawValue | segment.responderState.rawValue << 4
  }

  package var sequence: Int64? { sequenceOrNone == .min ? nil : sequenceOrNone }
  package var acknowledgment: Int64? { acknowledgmentOrNone == .min ? nil : acknowledgmentOrNone }
  /// Nanoseconds of the round trip that the packet completed.
  package var roundTrip: Int64? { roundTripOrNone < 0 ? nil : roundTripOrNone }
  package var window: UInt32? { bits.contains(.hasWindow) ? windowOrZero : nil }
  package var isFromResponder: Bool { bits.contains(.isFromResponder) }

  package var mark: SegmentMark? {
    get { SegmentMark(rawValue: markOrNone) }
    set { markOrNone = newValue?.rawValue ?? .max }
  }

  /// The state of a side after the packet, where the packet changed it.
  package func newState(of direction: FlowDirection) -> TCPState? {
    switch direction {
    case .originator: bits.contains(.changesOriginator) ? TCPState(rawValue: states & 15) : nil
    case .responder: bits.contains(.changesResponder) ? TCPState(rawValue: states >> 4) : nil
    }
  }

  /// Notes which states differ from those before, and makes these the ones before.
  mutating func compareStates(with before: inout UInt8) {
    if (states ^ before) & 15 != 0 { bits.insert(.changesOriginator) }
    if (states ^ before) >> 4 != 0 { bits.insert(.changesResponder) }
    before = states
  }

  private static let landmarks: TCPFlags = [.syn, .fin, .rst]

  /// How much a graph loses without the packet: 3 for the landmarks of a connection, 2 for loss and
  /// what stops it, 1 for what goes with it, 0 for ordinary packets.
  var weight: UInt8 {
    let isLandmark =
      !TCPFlags(rawValue: UInt16(flags)).isDisjoint(with: Self.landmarks)
      || !bits.isDisjoint(with: [.changesOriginator, .changesResponder])
    if isLandmark || mark == .zeroWindow { return 3 }
    return max(mark?.weight ?? 0, selectiveAck == 0 ? 0 : 1)
  }
}
