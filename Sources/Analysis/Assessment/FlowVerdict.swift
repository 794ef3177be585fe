package import Flows

/// What set the pace of a connection, and how its time divides; in the manner of T-RAT (Zhang et
/// al., On the Characteristics and Origins of Internet Flow Rates, 2002).
package struct FlowVerdict: Sendable, Equatable {
  /// Who or what set the pace; raw values are the names in every output.
  package enum Limit: String, CaseIterable, Sendable {
    /// Loss, round trips or the rate of the path.
    case network
    case server
    case client
    /// The receiver's window was full or closed.
    case receiverWindow = "receiver_window"
    /// The server had nothing to send in the middle of its answers.
    case sender
    /// Nobody: one side waited for something that the capture does not show, or no longer spoke.
    case idle
    /// It cannot be told; `reason` says why.
    case unknown
  }

  /// Connections that took less are not slow.
  package static let slow = AssessmentThresholds.second
  /// What takes less than this share of the time did not set the pace.
  package static let share = 0.5
  /// With more of its bytes missing from the capture nothing is told of a connection.
  package static let missedShare = 0.01

  package var limit: Limit
  /// Why it cannot be told.
  package var reason: String?
  /// Nanoseconds of the connection's time, which add up to its duration; all zero where it cannot
  /// be told whose they were.
  package private(set) var loss: Int64 = 0
  package private(set) var closedWindow: Int64 = 0
  package private(set) var fullWindow: Int64 = 0
  package private(set) var server: Int64 = 0
  package private(set) var client: Int64 = 0
  package private(set) var sender: Int64 = 0
  package private(set) var idle: Int64 = 0
  /// What is left of transfers and handshakes: round trips and the rate of the path.
  package private(set) var path: Int64 = 0

  /// The verdict on a TCP connection; nil on a quick one, and where nothing was transferred.
  package init?(_ record: borrowing FlowRecord) {
    guard let tcp = record.tcp, record.duration >= Self.slow,
      tcp.originator.uniqueBytes > 0 || tcp.responder.uniqueBytes > 0
    else { return nil }
    limit = .unknown
    if let spent = tcp.timeSpent { divide(spent, tcp) }
    if tcp.timeSpent == nil || record.isOneWay {
      reason = "Only one direction was captured."
    } else if Self.isMissing(tcp.originator) || Self.isMissing(tcp.responder) {
      reason = "The capture lacks too many of its packets."
    } else if let limit = largestLimit(of: record.duration) {
      self.limit = limit
    } else {
      reason = "Nothing took half of its time."
    }
  }

  /// Divides the parts of `TimeSpent` further, so that both say the same.
  private mutating func divide(_ spent: TimeSpent, _ tcp: TCPSummary) {
    let stalls = (spent.requestStalls, spent.responseStalls)
    closedWindow = stalls.0.closedWindow &+ stalls.1.closedWindow
    loss = stalls.0.loss &+ stalls.1.loss
    // What is no wait for an answer is a pause within one, or before the server's first word.
    server = min(spent[.serverThink], tcp.responder.replies.sum)
    sender = spent[.serverThink] &- server
    client = spent[.clientThink]
    idle = spent[.idle] &+ spent[.unanswered] &+ spent[.close]
    let transfers = spent[.requestTransfer] &+ spent[.responseTransfer] &- loss &- closedWindow
    let limited = tcp.originator.windowLimitedTime &+ tcp.responder.windowLimitedTime
    fullWindow = min(max(0, transfers), max(0, limited &- closedWindow))
    path = spent.total &- loss &- closedWindow &- fullWindow &- server &- sender &- client &- idle
  }

  private func largestLimit(of duration: Int64) -> Limit? {
    let parts: [(Limit, Int64)] = [
      (.network, loss + path), (.server, server), (.client, client),
      (.receiverWindow, closedWindow + fullWindow), (.sender, sender), (.idle, idle),
    ]
    return parts.first { Double($0.1) >= Self.share * Double(duration) }?.0
  }

  private static func isMissing(_ side: TCPDirectionSummary) -> Bool {
    Double(side.missedBytes) > missedShare * Double(side.uniqueBytes &+ side.missedBytes)
  }
}
