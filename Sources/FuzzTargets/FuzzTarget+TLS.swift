import Dissection

extension FuzzTarget {
  /// Deliveries to a TLS dissector: a byte for side and kind, two of length, and the bytes.
  func runTLS(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    var run = TLSRun()
    while !input.isAtEnd {
      let kind = input.byte()
      let count = Int(input.word() & 0xfff)
      let role: Role = kind & 0x80 == 0 ? .client : .server
      if kind & 3 == 3 {
        run.skip(Int64(count), from: role)
      } else {
        run.receive(input.take(count), from: role)
      }
    }
    run.finish()
  }
}

/// The same deliveries as they are and in pieces, which must come to the same.
private struct TLSRun {
  private var moment = Moment(frame: 0, time: 0)
  private var whole = TLSDissector()
  private var pieces = TLSDissector()
  private var hasGap = false

  mutating func receive(_ bytes: [UInt8], from role: Role) {
    step()
    _ = TLSDissector.recognise(bytes.span.bytes)
    whole.receive(bytes.span.bytes, from: role, at: moment)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let piece = bytes[start..<min(start + 3, bytes.count)]
      pieces.receive(piece.span.bytes, from: role, at: moment)
    }
  }

  mutating func skip(_ count: Int64, from role: Role) {
    step()
    hasGap = true
    whole.skip(count, from: role, at: moment)
    pieces.skip(count, from: role, at: moment)
  }

  mutating func finish() {
    whole.finish(at: moment)
    pieces.finish(at: moment)
    guard let session = whole.finished.first else { preconditionFailure("a session got lost") }
    check(session)
    // Where records were lost, they are looked for at the start of deliveries; and hellos of SSL 2.0
    // come in one piece.
    let isLost = hasGap || session.client.strayBytes > 0 || session.server.strayBytes > 0
    if !isLost, session.clientHello?.isSSLv2 != true {
      precondition(pieces.finished.first == session, "portions matter")
    }
  }

  private func check(_ session: TLSSession) {
    precondition(session.alerts.count <= TLSLimits.alerts, "too many alerts")
    precondition(session.steps.count <= TLSLimits.steps, "too many steps")
    for chain in [session.serverCertificates, session.clientCertificates] {
      precondition(chain.count <= TLSLimits.certificates, "too many certificates")
      for entry in chain {
        precondition((entry.certificate == nil) == (entry.problem != nil), "no reason given")
        _ = entry.certificate?.subject.description
      }
    }
    for hello in [session.clientHello, session.secondClientHello] {
      guard let hello else { continue }
      _ = JA3(hello).text
      precondition(JA4(hello, over: .tcp).text.utf8.count == 36, "an odd JA4")
    }
    if let hello = session.serverHello { _ = JA3(hello).hash }
    _ = session.moments.handshakeNanoseconds
  }

  private mutating func step() {
    moment.frame += 1
    moment.time &+= 1_000_000
  }
}
