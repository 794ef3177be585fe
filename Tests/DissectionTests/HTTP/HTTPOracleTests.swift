import Dissection
import TestSupport
import Testing

/// Every HTTP message of the corpus, field by field as tshark shows it.
@Suite(
  .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
  .enabled(if: Tshark.isPresent, "\(Tshark.absence)")
)
struct HTTPOracleTests {
  /// Captures that either program can read; those with damaged bytes are for the fuzzer.
  private static let captures = Corpus.captures.filter {
    $0.linkType != "?" && !$0.name.hasPrefix("apus-fuzz")
  }

  /// The frames that differ, each with the reason.
  private static let known: [String: [Int: String]] = [
    "chrissanders__http_espn.pcapng": [
      895: "the end of the content fell into a gap: tshark waits for it"
    ],
    "ndpi__fuzz-2006-09-29-28586.pcap": [
      20: "tshark ends a text at its first NUL",
      22: "the fields of an interim response are not kept",
      110: "behind a damaged sequence number",
    ],
    "pcapplusplus__Pcap++Test-example.pcap": [
      3420: "tshark ties no response to a SUBSCRIBE"
    ],
    "pcapplusplus__Pcap++Test-unidirectional_tcp_stream_with_missing_packet.pcap": [
      4: "part of the content fell into a gap: tshark waits for it"
    ],
    "suricata-verify__tcp-urgp-01-oob-tcp-urgent1.pcap": [
      8: "tshark reads no request whose segments have urgent data",
      12: "nor ties the response to it",
    ],
    "wireshark__communityid.pcap.gz": [
      93: "cut by the snap length inside its first line, which tshark shows all the same",
      95: "cut by the snap length inside its first line, which tshark shows all the same",
    ],
    "zeek__ipv6-http-atomic-frag.pcap": [
      8: "a simple request behind its answer: tshark takes it for a retransmission",
      16: "tshark waits for more after a request of HTTP/0.9",
      26: "tshark waits for more after a request of HTTP/0.9",
      36: "tshark waits for more after a request of HTTP/0.9",
    ],
  ]

  @Test(arguments: captures)
  func messagesEqualTsharks(capture: CorpusCapture) throws {
    let tshark = try #require(Tshark())
    let run = try HTTPOracleRun(capture.path, tshark: tshark)
    let known = Self.known[capture.name, default: [:]]
    for frame in run.differences where known[frame] == nil {
      Issue.record("\(run.describe(frame))")
    }
    for frame in known.keys.sorted() where !run.differences.contains(frame) {
      Issue.record("frame \(frame) no longer differs")
    }
  }
}
