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
    /// The sender had nothing to send in the middle of its transfer.
    case sender
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
  /// Nanoseconds of the connection's time, which add up to its duration.
  package private(set) var loss: Int64 = 0
  package private(set) var closedWindow: Int64 = 0
  package private(set) var fullWindow: Int64 = 0
  package private(set) var server: Int64 = 0
  package private(set) var client: Int64 = 0
  package private(set) var sender: Int64 = 0
  /// What is left: round trips and the rate of the path.
  package private(set) var path: Int64 = 0

  /// The verdict on a TCP connection; nil on a quick one, and where nothing was transferred.
  package init?(_ record: borrowing FlowRecord) {
    guard let tcp = record.tcp, record.duration >= Self.slow,
      tcp.originator.uniqueBytes > 0 || tcp.responder.uniqueBytes > 0
    else { return nil }
    limit = .unknown
    divide(record.duration, tcp)
    if record.isOneWay {
      reason = "Only one direction was captured."
    } else if Self.isMissing(tcp.originator) || Self.isMissing(tcp.responder) {
      reason = "The capture lacks too many of its packets."
    } else if let limit = largestLimit(of: record.duration) {
      self.limit = limit
    } else {
      reason = "Nothing took half of its time."
    }
  }

  private mutating func divide(_ duration: Int64, _ tcp: TCPSummary) {
    var left = duration
    func take(_ times: Int64...) -> Int64 {
      let sum: Int64 = times.reduce(0) { $0 &+ max(0, $1) }
      let part = min(left, max(0, sum))
      left -= part
      return part
    }
    let (originator, responder) = (tcp.originator, tcp.responder)
    closedWindow = take(originator.zeroWindowTime, responder.zeroWindowTime)
    loss = take(originator.stallTime, responder.stallTime)
    server = take(responder.replies.sum)
    client = take(originator.replies.sum, tcp.stages.clientDelay ?? 0)
    fullWindow = take(originator.windowLimitedTime, responder.windowLimitedTime)
    let bulk = originator.uniqueBytes > responder.uniqueBytes ? originator : responder
    sender = take(bulk.applicationLimitedTime &- bulk.replies.sum)
    path = left
  }

  private func largestLimit(of duration: Int64) -> Limit? {
    let parts: [(Limit, Int64)] = [
      (.network, loss + path), (.server, server), (.client, client),
      (.receiverWindow, closedWindow + fullWindow), (.sender, sender),
    ]
    return parts.first { Double($0.1) >= Self.share * Double(duration) }?.0
  }

  private static func isMissing(_ side: TCPDirectionSummary) -> Bool {
    Double(side.missedBytes) > missedShare * Double(side.uniqueBytes &+ side.missedBytes)
  }
}
