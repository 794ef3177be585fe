/// A request of SIP and what came of it (RFC 3261 §17).
package struct SIPTransaction: Equatable, Sendable {
  /// A response before the final one.
  package struct Provisional: Equatable, Sendable {
    package var status: UInt16
    package var moment: Moment
  }

  /// Which side asked; a phone is asked as often as it asks.
  package var asker: Role
  package var method: String
  package var uri: String
  package var callID: String
  package var from: SIPParty?
  package var to: SIPParty?
  package var sequence: UInt32
  /// The client's product, and the server's.
  package var userAgent: String?
  package var server: String?
  package var first: Moment
  package var last: Moment
  package var tries = 1
  /// The first of each status, at most ``SIPLimits/provisional``.
  package var provisional: [Provisional] = []
  /// Responses of further statuses.
  package var omittedProvisional: Int64 = 0
  package var status: UInt16?
  package var reason: String?
  package var answered: Moment?
  /// The ACK of an INVITE.
  package var acknowledged: Moment?
  /// What the asker offers to send and receive, and what the other side agrees to.
  package var offer: SessionDescription?
  package var answer: SessionDescription?
  /// When the call was answered that a BYE ends.
  package var callAnswered: Moment?
  /// The call was answered while ``SIPLimits/calls`` others were under way: its BYE will not know
  /// when.
  package var isUntimed = false

  /// Nanoseconds from the first request to the final response.
  package var responseTime: Int64? { answered?.nanoseconds(since: first) }

  /// When the phone began to ring (180, or 183 with early media).
  package var ringing: Moment? {
    provisional.first { $0.status == 180 || $0.status == 183 }?.moment
  }

  /// Nanoseconds of a call from its answer to the BYE.
  package var callDuration: Int64? { callAnswered.map { first.nanoseconds(since: $0) } }

  mutating func note(_ response: Provisional) {
    guard !provisional.contains(where: { $0.status == response.status }) else { return }
    guard provisional.count < SIPLimits.provisional else {
      omittedProvisional &+= 1
      return
    }
    provisional.append(response)
  }

  init(_ message: SIPMessage, _ key: SIPTransactionKey, uri: String, at moment: Moment) {
    asker = key.asker
    method = key.method
    self.uri = uri
    callID = key.callID
    sequence = key.sequence
    from = message.from
    to = message.to
    userAgent = message.agent
    first = moment
    last = moment
    offer = message.session
  }
}

/// What tells transactions of a flow apart.
struct SIPTransactionKey: Hashable, Sendable {
  var callID: String
  var sequence: UInt32
  /// Of the request; that of an INVITE for its ACK.
  var method: String
  var asker: Role
}
