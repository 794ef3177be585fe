/// A difference from tshark 4.0 that is meant, with its reason.
struct OracleException: Sendable {
  let capture: String
  /// Beginnings of the names of the fields that may differ; all fields where empty.
  let fields: [String]
  /// The only frames that may differ; all frames where empty.
  let frames: [Int]
  let reason: String

  static let all: [OracleException] = [
    OracleException(
      capture: "ndpi__badpackets.pcap",
      fields: ["udp."],
      frames: [],
      reason: """
        First fragments cut by whoever wrote the file: tshark reads the UDP header of a fragment \
        that it cannot put together, the decoder counts it as a fragment.
        """
    ),
    OracleException(
      capture: "suricata-verify__ipv6-evasion-ipv6-malformed-fragments-8-frag-8.pcap",
      fields: ["icmpv6."],
      frames: [7],
      reason: "Overlapping IPv6 fragments: the datagram is discarded whole (RFC 5722)."
    ),
    OracleException(
      capture: "pcapng-gen__output_le-advanced-test102.pcapng",
      fields: [],
      frames: [],
      reason: "tshark numbers custom blocks and other non-packets of pcapng as frames."
    ),
    OracleException(
      capture: "apus-fuzz__pcapng-gen-test102-file.pcapng",
      fields: [],
      frames: [],
      reason: "tshark numbers custom blocks and other non-packets of pcapng as frames."
    ),
  ]

  func covers(_ difference: OracleRun.Difference) -> Bool {
    (frames.isEmpty || frames.contains(difference.frame))
      && (fields.isEmpty || fields.contains { difference.field.hasPrefix($0) })
  }
}
