package import Packets

/// Everything known of one flow once it has ended: what the engine hands to its sink.
package struct FlowRecord: Sendable {
  /// Number of the flow in the capture, from 0, in the order of first packets.
  package var id: UInt64 = 0
  /// Number among the flows of the same transport, from 0; equals `tcp.stream` or `udp.stream`
  /// of Wireshark wherever no VLAN or tunnel tells flows apart.
  package var stream: UInt32 = 0
  package var transport: TransportKind = .none
  package var ipProtocol = IPProtocol(rawValue: 0)
  package var path: PathID = .none
  /// The flow carries a tunnel whose inner flows have records of their own.
  package var carriesTunnel = false
  package var originator = Endpoint(address: IPAddress(high: 0, low: 0), port: 0)
  package var responder = Endpoint(address: IPAddress(high: 0, low: 0), port: 0)
  package var originatorEvidence: OriginatorEvidence = .firstSender
  package var firstFrame: UInt64 = 0
  package var lastFrame: UInt64 = 0
  package var first = Timestamp(nanoseconds: 0)
  package var last = Timestamp(nanoseconds: 0)
  package var ending: FlowEnding = .endOfCapture
  /// Originator to responder.
  package var forward = DirectionTotals()
  /// Responder to originator.
  package var backward = DirectionTotals()
  /// Packets whose time was earlier than their predecessor's in this flow by more than 1 µs.
  package var clockBackwards: UInt32 = 0
  /// Inter-arrival times of both directions together, in nanoseconds.
  package var interArrival = IntervalStatistics()
  /// The application protocol in Zeek's words ("http"), several with commas where one makes room for
  /// another ("smtp,ssl"); `nil` where it was not recognised.
  package var service: String?
  /// Present for TCP.
  package var tcp: TCPSummary?
  /// When in its life it moved how much, where that was recorded.
  package var profile: FlowProfile?

  package init() {}

  /// Nanoseconds from the first to the last packet; never negative.
  package var duration: Int64 { max(0, last.nanoseconds(since: first)) }

  /// Only one side was captured.
  package var isOneWay: Bool { forward.packets == 0 || backward.packets == 0 }
}
