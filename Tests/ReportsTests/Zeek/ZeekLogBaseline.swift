import Reports
import TestSupport
import Testing

/// A log other than `conn.log` that Zeek's tests expect of a capture, and where ours differs from it.
struct ZeekLogBaseline: Sendable, CustomTestStringConvertible {
  var capture: String
  /// The test of Zeek that it belongs to.
  var test: String
  var log: ZeekLogName
  /// Zeek was run with `-C`.
  var ignoresChecksums = false
  var differences: [ZeekBaseline.Difference] = []

  var testDescription: String { "\(capture) (\(test), \(log.rawValue))" }

  func text() throws -> String {
    let name = "zeek-baselines/\(capture)__\(test)__\(log.fileName)"
    return String(decoding: try FileBytes.read(Corpus.path(for: name)), as: UTF8.self)
  }

  private static let filesReason = """
    Zeek decompresses content and counts what it becomes; Apus counts content as it was sent.
    """

  static let all: [ZeekLogBaseline] = [
    ZeekLogBaseline(
      capture: "zeek__mixed-vlan-mpls.pcap",
      test: "core.vlan-mpls",
      log: .http,
      ignoresChecksums: true
    ),
    ZeekLogBaseline(capture: "zeek__nflog-http.pcap", test: "core.nflog", log: .http),
    ZeekLogBaseline(
      capture: "zeek__tunnels-Teredo.pcap",
      test: "core.tunnels.teredo",
      log: .http,
      differences: [
        ZeekBaseline.Difference(
          reason: filesReason,
          lines: [
            "192.168.2.16 1580 67.228.110.120 80 1: response_body_len: Zeek 11845, Apus 3651"
          ]
        ),
        ZeekBaseline.Difference(
          reason: """
            Past the Teredo server the tunnel goes on between other ports than 3544, which Apus, \
            as Wireshark, does not look into.
            """,
          lines: [
            "2001:0:4137:9e50:8000:f12a:b9c8:2815 1286 2001:4860:0:2001::68 80 1: not in Apus",
            "2001:0:4137:9e50:8000:f12a:b9c8:2815 1286 2001:4860:0:2001::68 80 2: not in Apus",
          ]
        ),
      ]
    ),
    ZeekLogBaseline(
      capture: "zeek__tunnels-vxlan-encapsulated-http.pcap",
      test: "core.tunnels.analyzer-confirmation",
      log: .http
    ),
    ZeekLogBaseline(
      capture: "zeek__tls-tls1.2.pcap",
      test: "scripts.base.protocols.ssl.tls-1.2",
      log: .ssl
    ),
    ZeekLogBaseline(
      capture: "zeek__tls-tls1.2.pcap",
      test: "scripts.base.protocols.ssl.tls-1.2",
      log: .x509
    ),
    ZeekLogBaseline(
      capture: "zeek__trunc-trunc-hdr.pcap",
      test: "core.raw-truncation",
      log: .weird,
      differences: [
        ZeekBaseline.Difference(
          reason: "Damaged packets of no flow are in the summary, not in weird.log.",
          lines: ["- - - - truncated_ethernet_frame: not in Apus"]
        )
      ]
    ),
    ZeekLogBaseline(
      capture: "zeek__tunnels-gre-within-gre.pcap",
      test: "core.tunnels.gre-in-gre-min-depth",
      log: .weird,
      differences: [
        ZeekBaseline.Difference(
          reason: "Zeek's test allows one tunnel in another at most; Apus follows eight.",
          lines: [
            "10.10.11.2 0 10.10.13.2 0 exceeded_tunnel_max_depth_in_tunnel: not in Apus",
            "10.10.13.2 0 10.10.11.2 0 exceeded_tunnel_max_depth_in_tunnel: not in Apus",
          ]
        )
      ]
    ),
    ZeekLogBaseline(
      capture: "zeek__tcp-window-scale-range.pcap",
      test: "core.tcp.window-scale-range",
      log: .weird,
      differences: [
        ZeekBaseline.Difference(
          reason: "Apus keeps the shift of a window scale up to 254.",
          lines: ["10.0.0.1 40000 10.0.0.2 80 TCP_scale_range: addl: Zeek 255, Apus 254"]
        )
      ]
    ),
  ]
}
