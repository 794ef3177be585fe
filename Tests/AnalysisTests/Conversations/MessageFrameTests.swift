import Dissection
import TestSupport
import Testing

@testable import Analysis

/// Which frames complete the messages that the whole pipeline reads, compared with tshark's.
struct MessageFrameTests {
  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: Corpus.captures.filter(\.isReadable)
  )
  func messagesAreInTheFramesOfTshark(_ capture: CorpusCapture) throws {
    let theirs = try MessageFrames(of: capture.path, by: #require(Tshark()))
    let ours = MessageFrames(try CapturedAnalysis(of: capture.path).transactions)
    let requests = ours.requests.symmetricDifference(theirs.requests).sorted()
    if let reason = MessageFrameDifference.reason(for: capture.name) {
      // A reason without a difference is out of date.
      #expect(!requests.isEmpty, "no difference any more: \(reason)")
    } else {
      #expect(requests == [])
      #expect(ours.queries.subtracting(theirs.queries).sorted() == [])
    }
    #expect(ours.hellos.symmetricDifference(theirs.hellos).sorted() == [])
  }
}

/// Captures whose HTTP requests are in other frames than in tshark, and why.
enum MessageFrameDifference {
  private static let damaged = "damaged on purpose: what is no protocol any more is not read as one"
  private static let order = "tshark was not told to put segments in their order"

  private static let reasons: [String: String] = [
    "zeek__vlan-collisions.pcap": "the same connection in three VLANs is read three times",
    "zeek__ipv6-http-atomic-frag.pcap": "requests of HTTP/0.9 are none in tshark",
    "wireshark__http-ooo.pcap": order,
    "arkime__http-tcp-seq-issue.pcap": order,
    "wireshark__communityid.pcap.gz": "a request cut by the snap length has no complete head",
    "pcapplusplus__Pcap++Test-unidirectional_tcp_stream_with_missing_packet.pcap":
      "a request before a hole ends for Apus where the hole begins",
    "suricata-verify__tcp-urgp-01-oob-tcp-urgent1.pcap":
      "tshark leaves the byte out that the urgent pointer names",
    "apus-fuzz__chrissanders-http_espn-bits.pcapng": damaged,
    "apus-fuzz__zeek-mixed-vlan-mpls-bits.pcap": damaged,
  ]

  static func reason(for name: String) -> String? { reasons[name] }
}
