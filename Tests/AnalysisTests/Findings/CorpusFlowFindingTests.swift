import TestSupport
import Testing

@testable import Analysis

/// What the rules of flows find in captures of real traffic and in labelled ones, each judged by
/// hand: a few, and right.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusFlowFindingTests {
  /// Captures in which something is wrong, with its kinds in the order of their names; in all others
  /// nothing is.
  private static let judged: [String: [FindingKind]] = [
    // Labelled: what the network between two hosts was made to do.
    "apus-truth__burst-s1-B.pcap": [.packetLoss],
    "apus-truth__down-loss-jitter-s1-A.pcap": [.packetLoss, .reordering],
    "apus-truth__loss-reorder-s1-B.pcap": [.reordering],
    "apus-truth__loss1-s1-A.pcap": [.packetLoss],
    "apus-truth__loss1-s1-B.pcap": [.packetLoss],
    "apus-truth__loss3rtt80-s1-B.pcap": [.packetLoss],
    "apus-truth__midstream-loss-s1-B.pcap": [.packetLoss],
    "apus-truth__nosack-loss-s1-B.pcap": [.packetLoss],
    "apus-truth__reorder-gt-rtt-s1-B.pcap": [.reordering],
    "apus-truth__reorder-small-s1-B.pcap": [.reordering],
    "apus-truth__span-routed-s1-B.pcap": [.duplicatedCapture],
    "apus-truth__span-switched-s1-B.pcap": [.duplicatedCapture],
    "apus-truth__wrap-loss-s1-B.pcap": [.packetLoss],
    "apus-truth__zerowin-s1-B.pcap": [.zeroWindow],
    "apus-truth__nots-loss-reorder-s1-B.pcap": [.spuriousRetransmissions],
    // One segment that is sent six times and never acknowledged.
    "chrissanders__tcp_retransmissions.pcapng": [.packetLoss],
    // A modem that waits for time-outs for 11 of 14 s.
    "zeek__tcp-reassembly.pcap": [.retransmissionStorm],
    // A request that is sent six more times although it was acknowledged at once.
    "ndpi__webex.pcap": [.spuriousRetransmissions],
    // Copies with the same IP identification, microseconds apart.
    "arkime__wireshark-retrans.pcap": [.duplicatedCapture],
    "ndpi__dnp3.pcap": [.duplicatedCapture],
    "zeek__tcp-ssh-dups.pcap": [.duplicatedCapture],
    // The same connections in three VLANs.
    "zeek__vlan-collisions.pcap": [.duplicatedCapture],
    // A phone's copies; its servers' answers are slow, of the path nothing is known.
    "ndpi__1kxun.pcap": [.duplicatedCapture],
    // Cut down to some of their packets, or damaged on purpose.
    "apus-fuzz__chrissanders-http_espn-bits.pcapng": [.lossyCapture],
    "ndpi__instagram.pcap": [.lossyCapture],
    "ndpi__reasm_crash_anon.pcapng": [.duplicatedCapture],
    "pcapplusplus__ExamplesTest-http-packets.pcap": [.lossyCapture],
    // A printer that takes a rest of 0.2 s.
    "ndpi__ipp.pcap": [.zeroWindow],
    // A burst of 36 segments missing in the middle of a download.
    "wireshark__http2_follow_multistream.pcapng": [.packetLoss],
    // Two downloads from one server, of which 13 of 2,317 segments are sent again.
    "pcapplusplus__Pcap++Test-example.pcap": [.packetLoss],
    // A phone's partial downloads over a bad link: 17 of 401 segments sent again, 7 s of waiting.
    "zeek__http-206_example_a.pcap": [.highRTT, .packetLoss],
    // Seven of 48 segments sent again after time-outs.
    "zeek__pppoe-over-qinq.pcap": [.packetLoss],
    // One side only, as the name says.
    "zeek__ssh-ssh.client-side-half-duplex.pcap": [.oneWayCapture],
  ]

  private static let kinds = Set(FindingRules.ofFlows.map { $0.description.kind })

  @Test(arguments: Corpus.captures.filter(\.isReadable))
  func findingsAreFewAndRight(capture: CorpusCapture) throws {
    let findings = try CapturedAnalysis(of: capture.path).outcome.summary.findings
      .filter { Self.kinds.contains($0.kind) }
    let found = findings.map(\.kind).sorted { $0.rawValue < $1.rawValue }
    #expect(found == Self.judged[capture.name] ?? [], "\(findings.map(\.seen))")
    for finding in findings {
      #expect(!finding.evidence.frames.isEmpty)
      #expect(finding.rule.severities.contains(finding.severity))
    }
  }
}
