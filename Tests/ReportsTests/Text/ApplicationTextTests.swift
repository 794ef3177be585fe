import Analysis
import Reports
import Testing

/// What the terminal summary says of applications.
struct ApplicationTextTests {
  private static func text(_ totals: ApplicationTotals?) -> String {
    var summary = AnalysisSamples.quiet
    summary.applications = totals
    return AnalysisText(summary, context: AnalysisSamples.context).text
  }

  @Test func protocolsHaveARowEach() {
    let text = Self.text(TransactionSamples.totals)
    for line in [
      "  DNS               1 query: 1 sent again; answered in 7.0 ms",
      "  HTTP              1 request: 1 1xx; first byte after 5.0 ms",
      "  TLS               1 connection: 1 established, 1 with alerts; handshake in",
      "  QUIC              1 connection: 1 established, 1 closed early; handshake in",
      "  RTP               1 stream: 10.0 % of 10 packets lost; mean jitter 250.0 µs",
    ] {
      #expect(text.contains(line), "\(line) in\n\(text)")
    }
  }

  @Test func thereIsNoSectionWithoutApplications() {
    #expect(!Self.text(nil).contains("Protocols"))
    #expect(!Self.text(ApplicationTotals()).contains("Protocols"))
  }
}
