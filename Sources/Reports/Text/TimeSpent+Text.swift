internal import Flows

extension TimeSpent {
  /// Parts that are named; the rest is less.
  private static let shownParts = 3
  /// A smaller share is not worth a word.
  private static let leastShare = 0.01

  /// The largest parts in words, largest first: `71 % server think, 20 % response transfer (15 %
  /// stalled by loss)`; `nil` for a connection without duration.
  var text: String? {
    let parts = TimeUse.allCases.filter { share(of: $0) >= Self.leastShare }
      .sorted { self[$0] != self[$1] ? self[$0] > self[$1] : $0.rawValue < $1.rawValue }
    guard !parts.isEmpty else { return nil }
    return parts.prefix(Self.shownParts).map { text(of: $0) }.joined(separator: ", ")
  }

  private func text(of use: TimeUse) -> String {
    let part = "\(Wording.share(share(of: use))) \(use.title)"
    switch use {
    case .requestTransfer: return part + text(of: requestStalls)
    case .responseTransfer: return part + text(of: responseStalls)
    default: return part
    }
  }

  private func text(of stalls: Stalls) -> String {
    let whole = Double(max(1, total))
    let parts = [(stalls.loss, "stalled by loss"), (stalls.closedWindow, "window closed")]
      .map { (Double($0.0) / whole, $0.1) }.filter { $0.0 >= Self.leastShare }
      .map { "\(Wording.share($0.0)) \($0.1)" }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }
}

extension TimeUse {
  /// The part in words.
  var title: String {
    switch self {
    case .handshake: "TCP handshake"
    case .tlsHandshake: "TLS handshake"
    case .clientThink: "client think"
    case .requestTransfer: "request transfer"
    case .serverThink: "server think"
    case .responseTransfer: "response transfer"
    case .idle: "idle"
    case .unanswered: "waiting for an answer that never came"
    case .close: "closing"
    }
  }
}
