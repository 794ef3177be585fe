/// Fields of a capture that tshark 4.0 shows otherwise, and why.
struct TLSOracleException: Sendable {
  var file: String
  var fields: Set<String>
  var reason: String

  static let all: [TLSOracleException] = [
    TLSOracleException(
      file: "zeek__tls-hrr.pcap",
      fields: [
        "tls.handshake.type", "tls.handshake.version", "tls.handshake.ciphersuite",
        "tls.handshake.extensions.supported_version", "tls.handshake.session_id",
        "tls.handshake.extension.type", "tls.handshake.ja3s",
      ],
      reason: "the server's segments are out of order, which tshark does not undo by default"
    ),
    TLSOracleException(
      file: "wireshark__http2_follow_multistream.pcapng",
      fields: ["tls.handshake.type", "tls.alert_message.level", "tls.alert_message.desc"],
      reason: "the capture holds the keys, with which tshark reads what is encrypted"
    ),
  ]
}
