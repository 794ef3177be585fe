import Flows

/// Something that both Apus and Wireshark may say about a packet, in the words of each.
struct WiresharkTopic {
  let flags: WiresharkFlags
  let kinds: Set<FlowEventKind>

  /// Every topic; `zero_window_probe_ack` has no counterpart in Apus, which counts such ACKs
  /// with the probe that they answer.
  static let all: [WiresharkTopic] = [
    WiresharkTopic(
      flags: [.retransmission, .fastRetransmission, .spuriousRetransmission],
      kinds: [
        .retransmission, .retransmissionPartial, .retransmissionOfUncaptured,
        .secondCopyAmbiguous,
      ]
    ),
    WiresharkTopic(flags: .outOfOrder, kinds: [.reordered, .lateOriginal]),
    WiresharkTopic(flags: .lostSegment, kinds: [.gap]),
    WiresharkTopic(flags: .ackLostSegment, kinds: [.ackOfUnseen]),
    WiresharkTopic(flags: .duplicateAck, kinds: [.duplicateAck]),
    WiresharkTopic(flags: .zeroWindow, kinds: [.zeroWindow]),
    WiresharkTopic(flags: .zeroWindowProbe, kinds: [.windowProbe]),
    WiresharkTopic(flags: .windowFull, kinds: [.windowFull]),
    WiresharkTopic(flags: .windowUpdate, kinds: [.windowUpdate]),
    WiresharkTopic(flags: .keepAlive, kinds: [.keepAlive]),
    WiresharkTopic(flags: .keepAliveAck, kinds: [.keepAliveAck]),
    WiresharkTopic(flags: .reusedPorts, kinds: [.portReuse]),
  ]

  /// Kinds that say what a segment is; a frame has at most one of them.
  static let segmentKinds: Set<FlowEventKind> = [
    .duplicateFrame, .keepAlive, .windowProbe, .retransmission, .retransmissionPartial,
    .lateOriginal, .secondCopyAmbiguous, .reordered, .retransmissionOfUncaptured,
    .holeFillUnknown, .captureGapFill,
  ]
}
