import TestSupport
import Testing

/// A `conn.log` that Zeek's tests expect of a capture, and where ours differs from it.
struct ZeekBaseline: Sendable, CustomTestStringConvertible {
  /// Differences, as `ZeekComparison` names them, and why they are right.
  struct Difference: Sendable {
    var reason: String
    var lines: [String]
  }

  var capture: String
  /// The test of Zeek that it belongs to.
  var test: String
  var isCut = false
  /// Zeek was run with `-C`.
  var ignoresChecksums = false
  var columns: [String] = []
  var differences: [Difference] = []

  var testDescription: String { "\(capture) (\(test))" }

  func log() throws -> ZeekLog {
    let name = "zeek-baselines/\(capture)__\(test)__conn.log\(isCut ? ".cut" : "")"
    let text = String(decoding: try FileBytes.read(Corpus.path(for: name)), as: UTF8.self)
    return ZeekLog(text, columns: columns)
  }

  private static let timersReason = """
    Zeek's timers split a quiet connection: 5 s after an unanswered SYN, a FIN or a RST, 10 s after \
    a DNS answer. Apus keeps one flow, as Wireshark does; the sums agree.
    """

  private static let noApplications =
    "This test runs Zeek without the analyzers of applications."

  static let all: [ZeekBaseline] = [
    ZeekBaseline(
      capture: "zeek__mixed-vlan-mpls.pcap",
      test: "core.vlan-mpls",
      ignoresChecksums: true
    ),
    ZeekBaseline(
      capture: "zeek__ppp-quic-interop-retry.pcap",
      test: "core.ppp",
      differences: [
        Difference(
          reason: noApplications,
          lines: [
            "193.167.0.100 42834 - 193.167.100.100 443: service: Zeek [], Apus [\"quic\", \"ssl\"]"
          ]
        )
      ]
    ),
    ZeekBaseline(
      capture: "zeek__pppoe-over-qinq.pcap",
      test: "core.pppoe-over-qinq",
      differences: [
        Difference(
          reason: """
            Six IP packets claim six bytes more than their PPPoE frames hold. Zeek takes these for \
            payload and one of them for a retransmission, its tenth; Apus and Wireshark do not.
            """,
          lines: [
            "1.1.1.1 20394 - 2.2.2.2 443: history: Zeek ShADdtaTTtFf, Apus ShADdtaTTFft"
          ]
        )
      ]
    ),
    ZeekBaseline(
      capture: "zeek__pppoe-over-qinq.pcap",
      test: "scripts.policy.protocols.conn.pppoe-session-id-logging",
      isCut: true
    ),
    ZeekBaseline(
      capture: "zeek__ssh-ssh.client-side-half-duplex.pcap",
      test: "scripts.base.protocols.ssh.half-duplex-client",
      differences: [
        Difference(
          reason: timersReason,
          lines: [
            "128.2.10.238 22 - 192.168.1.32 41164: Zeek has 2, Apus 1",
            "131.159.21.1 22 - 192.168.1.79 51880: Zeek has 2, Apus 1",
            "192.168.2.1 56594 - 192.168.2.158 22: Zeek has 2, Apus 1",
            "192.168.2.1 56875 - 192.168.2.158 22: Zeek has 2, Apus 1",
            "192.168.2.1 57189 - 192.168.2.158 22: Zeek has 2, Apus 1",
          ]
        ),
        Difference(
          reason: "Zeek waits for the identification of both sides; only one was captured.",
          lines: [
            "128.2.10.238 22 - 192.168.1.32 41268",
            "128.2.13.133 22 - 192.168.1.32 33910",
            "131.103.20.168 22 - 192.168.1.32 58641",
            "131.103.20.168 22 - 192.168.1.32 58646",
            "131.103.20.168 22 - 192.168.1.32 58649",
            "192.168.1.31 51489 - 192.168.1.32 22",
            "192.168.1.31 52294 - 192.168.1.32 22",
            "192.168.2.1 56821 - 192.168.2.158 22",
            "192.168.2.1 56837 - 192.168.2.158 22",
            "192.168.2.1 56845 - 192.168.2.158 22",
            "192.168.2.1 56878 - 192.168.2.158 22",
            "192.168.2.1 56940 - 192.168.2.158 22",
            "192.168.2.1 57191 - 192.168.2.158 22",
            "192.168.2.1 57831 - 192.168.2.158 22",
            "192.168.2.1 59246 - 192.168.2.158 22",
          ].map { "\($0): service: Zeek [], Apus [\"ssh\"]" }
        ),
      ]
    ),
    ZeekBaseline(
      capture: "zeek__tcp-handshake-reorder.pcap",
      test: "scripts.policy.protocols.conn.community-id-logging-flipped",
      isCut: true,
      columns: [
        "id.orig_h", "id.orig_p", "id.resp_h", "id.resp_p", "proto", "service", "community_id",
      ],
      differences: [
        Difference(
          reason: noApplications,
          lines: ["141.142.228.5 59856 - 192.150.187.43 80: service: Zeek [], Apus [\"http\"]"]
        )
      ]
    ),
    ZeekBaseline(
      capture: "zeek__tcp-missing-syn.pcap",
      test: "core.history-flip",
      ignoresChecksums: true,
      differences: [
        Difference(
          reason: "Zeek's test declares 125.190.109.0/24 a local network.",
          lines: ["125.190.109.199 80 - 141.42.64.125 56730: local_resp: Zeek T, Apus F"]
        )
      ]
    ),
    ZeekBaseline(
      capture: "zeek__tcp-missing-syn.pcap",
      test: "core.tcp.missing-syn",
      ignoresChecksums: true
    ),
    ZeekBaseline(
      capture: "zeek__tunnels-Teredo.pcap",
      test: "core.tunnels.teredo",
      differences: [
        Difference(
          reason: timersReason,
          lines: [
            "192.168.2.1 53 - 192.168.2.16 1920: Zeek has 2, Apus 1",
            "192.168.2.16 1576 - 75.126.130.163 80: Zeek has 3, Apus 1",
            "192.168.2.16 1577 - 75.126.203.78 80: Zeek has 3, Apus 1",
            "192.168.2.16 1578 - 75.126.203.78 80: Zeek has 2, Apus 1",
          ]
        ),
        Difference(
          reason: """
            Past the Teredo server the tunnel goes on between other ports than 3544, which Apus, \
            as Wireshark, does not look into: the answer to the echo and the connection in it.
            """,
          lines: [
            "2001:0:4137:9e50:8000:f12a:b9c8:2815 128 - 2001:4860:0:2001::68 129: "
              + "duration: Zeek 0.463615, Apus -",
            "2001:0:4137:9e50:8000:f12a:b9c8:2815 128 - 2001:4860:0:2001::68 129: "
              + "orig_bytes: Zeek 4, Apus -",
            "2001:0:4137:9e50:8000:f12a:b9c8:2815 128 - 2001:4860:0:2001::68 129: "
              + "resp_bytes: Zeek 4, Apus -",
            "2001:0:4137:9e50:8000:f12a:b9c8:2815 128 - 2001:4860:0:2001::68 129: "
              + "resp_pkts: Zeek 1, Apus 0",
            "2001:0:4137:9e50:8000:f12a:b9c8:2815 128 - 2001:4860:0:2001::68 129: "
              + "resp_ip_bytes: Zeek 52, Apus 0",
            "2001:0:4137:9e50:8000:f12a:b9c8:2815 1286 - 2001:4860:0:2001::68 80: "
              + "Zeek has 1, Apus 0",
          ]
        ),
      ]
    ),
    ZeekBaseline(capture: "zeek__tunnels-geneve.pcap", test: "core.tunnels.geneve"),
    ZeekBaseline(capture: "zeek__tunnels-gre-within-gre.pcap", test: "core.tunnels.gre-in-gre"),
    ZeekBaseline(
      capture: "zeek__tunnels-vxlan-encapsulated-http.pcap",
      test: "core.tunnels.analyzer-confirmation"
    ),
    ZeekBaseline(
      capture: "zeek__vlan-collisions.pcap",
      test: "scripts.policy.frameworks.conn_key.vlan_fivetuple",
      isCut: true,
      differences: [
        Difference(
          reason: """
            This baseline is Zeek's default, which takes three connections on three VLANs for one; \
            with VLANs in its keys (the next baseline) it agrees.
            """,
          lines: ["141.142.228.5 59856 - 192.150.187.43 80: Zeek has 1, Apus 3"]
        )
      ]
    ),
    ZeekBaseline(
      capture: "zeek__vlan-collisions.pcap",
      test: "scripts.policy.frameworks.conn_key.vlan_fivetuple_lookup_connection",
      isCut: true
    ),
    ZeekBaseline(
      capture: "zeek__websocket-jupyter-websocket.pcap",
      test: "scripts.base.protocols.websocket.jupyter-websocket"
    ),
    ZeekBaseline(capture: "zeek__wlanmon.pcap", test: "core.wlanmon", ignoresChecksums: true),
  ]
}
