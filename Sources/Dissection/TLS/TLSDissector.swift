/// Follows a TLS connection from its bytes: hellos, certificates, alerts and when they came.
///
/// Bodies of records are looked at as they come and never kept; only handshake messages that are
/// read wait for their end, within ``TLSLimits``. Without keys, what is encrypted stays unknown.
package struct TLSDissector: StreamDissector {
  package var finished: [TLSSession] = []
  /// The session so far; put out in ``finished`` when the flow ends.
  package internal(set) var session = TLSSession()

  /// What is known of the client and of the server, at the places that ``Role/index`` gives.
  var sides = InlineArray<2, TLSSide>(repeating: TLSSide())
  /// The version of the ServerHello, which every record asks for.
  var version: TLSVersion?
  private var isFinished = false

  package init() {}

  package var heldBytes: Int { sides[0].handshake.heldBytes &+ sides[1].handshake.heldBytes }

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    let index = role.index
    // Most segments are all inside a record of application data.
    guard !sides[index].records.passData(bytes.byteCount) else { return }
    var offset = 0
    if sides[index].isAtStart, role == .client { offset = takeSSLv2Hello(bytes, at: moment) }
    while offset < bytes.byteCount,
      let part = sides[index].records.next(in: bytes, from: &offset)
    {
      if part.isFirst { begin(part.header, from: role, at: moment) }
      switch part.header.type {
      case .applicationData, .heartbeat: break
      case .changeCipherSpec: if part.isLast { noteChangeCipherSpec(from: role, at: moment) }
      case .alert: receiveAlert(part, bytes.extracting(part.range), from: role, at: moment)
      case .handshake: receiveHandshake(bytes.extracting(part.range), from: role, at: moment)
      }
    }
    let strayBytes = sides[index].records.bytesLost
    session.change(role) { $0.strayBytes = strayBytes }
  }

  package mutating func skip(_ count: Int64, from role: Role, at moment: Moment) {
    guard count > 0 else { return }
    let index = role.index
    session.change(role) { $0.missingBytes &+= UInt64(count) }
    let isInMessage = sides[index].records.isInside(.handshake) && !sides[index].isOpaque
    sides[index].isAtStart = false
    let isLost = sides[index].records.skip(count)
    guard isInMessage, !isLost else {
      sides[index].handshake.reset()
      return
    }
    if let cut = sides[index].handshake.skip(Int(count)) { receive(cut, from: role, at: moment) }
  }

  package mutating func close(_ role: Role, at moment: Moment) {}

  package mutating func finish(at moment: Moment) {
    guard !isFinished else { return }
    isFinished = true
    // It is handed on rather than copied; the shell that stays is never asked for.
    var last = TLSSession()
    swap(&last, &session)
    finished.append(consume last)
  }

  /// Lists a step of a session that is not established yet; whether it is listed.
  @discardableResult
  mutating func note(_ kind: TLSStep.Kind, from role: Role, at moment: Moment) -> Bool {
    guard session.steps.count < TLSLimits.steps, !session.isEstablished else { return false }
    // Both hellos, and what a server of TLS 1.2 or both sides of TLS 1.3 have to say.
    if session.steps.isEmpty { session.steps.reserveCapacity(6) }
    session.steps.append(TLSStep(kind, from: role, at: moment))
    return true
  }
}
