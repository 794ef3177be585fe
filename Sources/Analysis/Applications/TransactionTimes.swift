package import Dissection

extension HTTPTransaction {
  /// Nanoseconds from the request's first byte to its last.
  package var requestTime: Int64? {
    guard let times = request?.times, let end = times.end else { return nil }
    return end.nanoseconds(since: times.start)
  }

  /// Nanoseconds from the request's last byte to the response's first: what the server took, and
  /// the way between it and the capture point.
  ///
  /// Nothing where the server began before the request was complete.
  package var serverThinkTime: Int64? {
    guard let asked = request?.times.end, let answered = firstByte,
      answered.time >= asked.time
    else { return nil }
    return answered.nanoseconds(since: asked)
  }

  /// Nanoseconds from the request's first byte to the response's first.
  package var timeToFirstByte: Int64? {
    guard let asked = request?.times.start, let answered = firstByte,
      answered.time >= asked.time
    else { return nil }
    return answered.nanoseconds(since: asked)
  }

  /// Nanoseconds from the response's first byte to its last.
  package var transferTime: Int64? {
    guard let times = response?.times, let end = times.end else { return nil }
    return end.nanoseconds(since: times.start)
  }

  private var firstByte: Moment? { response?.times.start }
}

extension TLSSession {
  /// Nanoseconds from the ClientHello to the server's answer to it.
  package var serverResponseTime: Int64? {
    guard let asked = moments.clientHello,
      let answered = moments.helloRetryRequest ?? moments.serverHello
    else { return nil }
    return answered.nanoseconds(since: asked)
  }

  /// The first alert that says more than goodbye.
  package var failure: AlertDescription? {
    alerts.lazy.compactMap(\.description).first { $0 != .closeNotify }
  }

  /// How far it came: "established", the alert that ended it, or what is missing.
  package var status: String {
    if isEstablished { return "established" }
    if let failure { return "\(failure)" }
    if clientHello == nil { return "joined" }
    return serverHello == nil && helloRetryRequest == nil ? "unanswered" : "incomplete"
  }
}

extension QUICConnection {
  /// Nanoseconds from the first Initial of the client to the first packet of the server.
  package var serverResponseTime: Int64? {
    guard let asked = moments.clientInitial,
      let answered = moments.retry ?? moments.versionNegotiation ?? moments.serverInitial
    else { return nil }
    return answered.nanoseconds(since: asked)
  }

  /// Whether the client went on to data, for which it needs the server's part of the handshake.
  package var isEstablished: Bool { moments.clientOneRTT != nil && moments.clientInitial != nil }

  /// Nanoseconds from the first Initial of the client to its first packet with the final keys.
  package var handshakeTime: Int64? {
    guard let start = moments.clientInitial, let end = moments.clientOneRTT else { return nil }
    return end.nanoseconds(since: start)
  }

  /// How far it came: "established", why it was closed, or what is missing.
  package var status: String {
    if let close, !isEstablished { return close.alert.map { "\($0)" } ?? "closed \(close.code)" }
    if isEstablished { return "established" }
    if moments.clientInitial == nil { return "joined" }
    return moments.serverInitial == nil ? "unanswered" : "incomplete"
  }
}
