extension WiresharkFlags {
  /// One flag and the display-filter field by which Wireshark knows it.
  package struct Field: Sendable {
    package let flag: WiresharkFlags
    package let name: String
  }

  /// Every flag with its field, in the order in which reports list them.
  package static let fields: [Field] = [
    Field(flag: .retransmission, name: "tcp.analysis.retransmission"),
    Field(flag: .fastRetransmission, name: "tcp.analysis.fast_retransmission"),
    Field(flag: .spuriousRetransmission, name: "tcp.analysis.spurious_retransmission"),
    Field(flag: .outOfOrder, name: "tcp.analysis.out_of_order"),
    Field(flag: .lostSegment, name: "tcp.analysis.lost_segment"),
    Field(flag: .ackLostSegment, name: "tcp.analysis.ack_lost_segment"),
    Field(flag: .duplicateAck, name: "tcp.analysis.duplicate_ack"),
    Field(flag: .zeroWindow, name: "tcp.analysis.zero_window"),
    Field(flag: .zeroWindowProbe, name: "tcp.analysis.zero_window_probe"),
    Field(flag: .zeroWindowProbeAck, name: "tcp.analysis.zero_window_probe_ack"),
    Field(flag: .windowFull, name: "tcp.analysis.window_full"),
    Field(flag: .windowUpdate, name: "tcp.analysis.window_update"),
    Field(flag: .keepAlive, name: "tcp.analysis.keep_alive"),
    Field(flag: .keepAliveAck, name: "tcp.analysis.keep_alive_ack"),
    Field(flag: .reusedPorts, name: "tcp.analysis.reused_ports"),
  ]

  /// The field names of the flags that are set, in the order of `fields`.
  package var fieldNames: [String] {
    Self.fields.filter { contains($0.flag) }.map(\.name)
  }
}
