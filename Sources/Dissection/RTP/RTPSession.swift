/// The media streams of one flow and what its ends reported of them.
package struct RTPSession: Equatable, Sendable {
  /// The streams whose packets follow each other, at most ``RTPLimits/sources``.
  package var streams: [RTPStream] = []
  /// The sources that sent RTCP, at most ``RTPLimits/sources``.
  package var reporters: [RTCPReporter] = []
  /// Datagrams that were neither RTP nor RTCP, or of sources beyond the bound.
  package var others: Int64 = 0

  package init() {}
}

/// What one source told by RTCP.
package struct RTCPReporter: Equatable, Sendable {
  package var sender: Role
  package var source: UInt32
  package var senderReports: Int64 = 0
  package var receiverReports: Int64 = 0
  /// Its canonical name (RFC 3550 §6.5.1).
  package var name: String?
  package var hasLeft = false
  /// What it last said of the sources that it hears, at most ``RTPLimits/sources``.
  package var lastReports: [RTCPReportBlock] = []

  init(sender: Role, source: UInt32) {
    self.sender = sender
    self.source = source
  }

  /// Replaces what was reported of the same sources before.
  mutating func note(_ blocks: [RTCPReportBlock]) {
    for block in blocks {
      if let known = lastReports.firstIndex(where: { $0.source == block.source }) {
        lastReports[known] = block
      } else if lastReports.count < RTPLimits.sources {
        lastReports.append(block)
      }
    }
  }
}
