internal import Analysis

extension SampledMeasure {
  /// The measure in words.
  var title: String {
    switch self {
    case .handshakeRTT: "Handshake RTT"
    case .serverRTT: "RTT to the server"
    case .serverRTTHigh: "RTT to the server, p95"
    case .clientRTT: "RTT to the client"
    case .clientRTTHigh: "RTT to the client, p95"
    case .serverThink: "Server think time"
    case .dnsTime: "DNS response time"
    case .timeToFirstByte: "HTTP time to first byte"
    case .tlsHandshake: "TLS handshake"
    case .throughput: "Throughput"
    }
  }

  func text(_ value: Int64?) -> String {
    guard let value else { return "-" }
    switch unit {
    case .nanoseconds: return Wording.time(value)
    case .bitsPerSecond:
      return Wording.bitRate(bytes: UInt64(max(0, value)) / 8, nanoseconds: 1_000_000_000) ?? "-"
    }
  }
}

extension ShareMeasure {
  /// The measure in words.
  var title: String {
    switch self {
    case .retransmissions: "Retransmitted segments"
    case .refused: "Refused connections"
    case .unanswered: "Unanswered connections"
    case .resets: "Reset connections"
    case .dnsNameErrors: "DNS NXDOMAIN"
    case .dnsFailures: "DNS failures"
    case .dnsUnanswered: "DNS unanswered"
    case .httpClientErrors: "HTTP 4xx"
    case .httpServerErrors: "HTTP 5xx"
    case .httpUnanswered: "HTTP unanswered"
    case .tlsFailures: "TLS handshakes failed"
    }
  }
}

extension MeasureChange {
  /// The columns of a table's row: what, before, after, how many times as much.
  var columns: [String] {
    switch measure {
    case .sampled(let measure, let before, let after):
      let isTail = part == .tail
      return [
        isTail ? measure.title + ", p95" : measure.title,
        measure.text(isTail ? before.high : before.median),
        measure.text(isTail ? after.high : after.median), times,
      ]
    case .share(let measure, let before, let after):
      return [measure.title, Self.text(before), Self.text(after), times]
    }
  }

  /// Samples on which it rests.
  var basis: String {
    switch measure {
    case .sampled(_, let before, let after):
      "\(Wording.count(before.count)) and \(Wording.count(after.count)) samples"
    case .share(let measure, let before, let after):
      "\(Wording.count(before.tries)) and \(Wording.count(after.tries)) \(measure.base.rawValue)"
    }
  }

  private static func text(_ share: ShareSummary) -> String {
    share.share.map { Wording.share($0) } ?? "-"
  }

  private var times: String {
    factor >= 1
      ? "× " + Wording.decimal(factor, digits: factor < 9.95 ? 1 : 0)
      : "× " + Wording.decimal(factor, digits: 2)
  }
}
