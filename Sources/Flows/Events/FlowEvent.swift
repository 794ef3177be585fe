package import Packets

/// Something notable that one packet did to its flow.
///
/// Events come in capture order. A packet can bring several. Two kinds correct what was said before:
/// `.reclassified` and `.confirmedSpurious` name the earlier frame in `relatedFrame`.
package struct FlowEvent: Sendable {
  package var frame: UInt64
  package var time: Timestamp
  package var flow: UInt64
  package var stream: UInt32
  package var direction: FlowDirection
  package var kind: FlowEventKind
  package var evidence: Evidence
  /// For retransmissions: what made the sender send again.
  package var retransmission: RetransmissionKind?
  /// Relative sequence number (first data byte is 1) that the event is about.
  package var sequence: Int64
  /// Bytes of sequence space that the event is about.
  package var length: UInt32
  /// A number of the event: a time in nanoseconds, a count or a window, by kind.
  package var value: Int64
  /// The earlier frame that the event speaks of (the first copy, the hole's opener, …); 0 if none.
  package var relatedFrame: UInt64

  package init(
    frame: UInt64,
    time: Timestamp,
    flow: UInt64,
    stream: UInt32,
    direction: FlowDirection,
    kind: FlowEventKind,
    evidence: Evidence = .proven,
    retransmission: RetransmissionKind? = nil,
    sequence: Int64 = 0,
    length: UInt32 = 0,
    value: Int64 = 0,
    relatedFrame: UInt64 = 0
  ) {
    self.frame = frame
    self.time = time
    self.flow = flow
    self.stream = stream
    self.direction = direction
    self.kind = kind
    self.evidence = evidence
    self.retransmission = retransmission
    self.sequence = sequence
    self.length = length
    self.value = value
    self.relatedFrame = relatedFrame
  }
}
