/// Reads the transactions of SIP in one flow, over TCP or, a datagram with each call, over UDP
/// (RFC 3261).
package struct SIPDissector: StreamDissector {
  package var finished: [SIPTransaction] = []
  /// Media that a message has told of since they were last taken.
  package var announcements: [MediaAnnouncement] = []
  private let isStream: Bool
  private var client = SIPReader()
  private var server = SIPReader()
  private var pending = PendingTable<SIPTransactionKey, SIPTransaction>(
    limit: SIPLimits.pending,
    timeout: SIPLimits.timeout
  )
  /// When calls were answered, by Call-ID.
  private var calls: [String: Moment] = [:]

  /// A dissector of messages in a stream, or in datagrams.
  package init(isStream: Bool) { self.isStream = isStream }

  // A message with the description of a session is of this size.
  package var heldBytes: Int {
    pending.count &* 1_536 &+ client.heldBytes &+ server.heldBytes
  }

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    finished += pending.expire(at: moment.time)
    guard isStream else {
      // Keep-alives are of no more than four bytes.
      guard bytes.byteCount > 4 else { return }
      if let message = try? SIPMessage(parsing: bytes) { take(message, from: role, at: moment) }
      return
    }
    var offset = 0
    while offset < bytes.byteCount {
      let message =
        role == .client ? client.read(bytes, from: &offset) : server.read(bytes, from: &offset)
      if let message { take(message, from: role, at: moment) }
    }
  }

  package mutating func skip(_ count: Int64, from role: Role, at moment: Moment) {
    let message = role == .client ? client.skip(count) : server.skip(count)
    if let message { take(message, from: role, at: moment) }
  }

  package mutating func close(_ role: Role, at moment: Moment) {}

  package mutating func finish(at moment: Moment) { finished += pending.removeAll() }

  private mutating func take(_ message: SIPMessage, from role: Role, at moment: Moment) {
    if let session = message.session { announcements += session.announcements }
    guard let callID = message.callID, let sequence = message.sequence else { return }
    switch message.line {
    case .request(let method, let uri):
      let key = SIPTransactionKey(
        callID: callID,
        sequence: sequence,
        method: method == "ACK" ? "INVITE" : method,
        asker: role
      )
      if method == "ACK" {
        acknowledge(message, key, at: moment)
      } else {
        ask(message, key, uri, at: moment)
      }
    case .response(let status, let reason):
      let key = SIPTransactionKey(
        callID: callID,
        sequence: sequence,
        method: message.method ?? "",
        asker: role.peer
      )
      respond(message, key, status, reason, at: moment)
    }
  }

  private mutating func ask(
    _ message: SIPMessage,
    _ key: SIPTransactionKey,
    _ uri: String,
    at moment: Moment
  ) {
    if var known = pending[key] {
      known.last = moment
      known.tries += 1
      pending.update(known, for: key, at: moment.time)
      return
    }
    var new = SIPTransaction(message, key, uri: uri, at: moment)
    if key.method == "BYE" { new.callAnswered = calls.removeValue(forKey: key.callID) }
    finished += pending.insert(new, for: key, at: moment.time)
  }

  private mutating func respond(
    _ message: SIPMessage,
    _ key: SIPTransactionKey,
    _ status: UInt16,
    _ reason: String,
    at moment: Moment
  ) {
    // The request was not seen, or its transaction is over.
    guard var known = pending[key] else { return }
    known.server = message.agent ?? known.server
    known.answer = message.session ?? known.answer
    if status < 200 {
      known.note(SIPTransaction.Provisional(status: status, moment: moment))
      pending.update(known, for: key, at: moment.time)
      return
    }
    // The tag of who answered comes with the answer.
    known.to = message.to ?? known.to
    if known.status == nil {
      known.status = status
      known.reason = SIPRefusal.keeps(reason, of: status) ? reason : nil
      known.answered = moment
      if key.method == "INVITE", status < 300 { known.isUntimed = !noteCall(key, at: moment) }
    }
    if key.method == "INVITE" {
      pending.update(known, for: key, at: moment.time)
    } else {
      finished.append(known)
      _ = pending.remove(key)
    }
  }

  /// Remembers when a call was answered; false where there is no room for it.
  private mutating func noteCall(_ key: SIPTransactionKey, at moment: Moment) -> Bool {
    guard calls[key.callID] == nil else { return true }
    guard calls.count < SIPLimits.calls else { return false }
    calls[key.callID] = moment
    return true
  }

  private mutating func acknowledge(
    _ message: SIPMessage,
    _ key: SIPTransactionKey,
    at moment: Moment
  ) {
    guard var known = pending.remove(key) else { return }
    known.acknowledged = moment
    // Where the INVITE offers nothing, the answer comes with the ACK (RFC 3264 §4).
    if known.offer == nil { known.offer = message.session }
    finished.append(known)
  }
}
