import Dissection
import Flows

extension TimeSpent {
  /// The parts of which a handshake is made, in the order in which a rest is taken from them.
  private static let sources: [TimeUse] = [
    .requestTransfer, .serverThink, .responseTransfer, .clientThink, .idle, .unanswered,
  ]

  /// Sets the time of a TLS handshake apart, of which turns alone made requests and responses.
  ///
  /// The messages' moments tell which parts it was taken for; `crossings` are the shortest round trips
  /// between the capture point and each side. What remains, because a message may end later than the
  /// segment that took the turn, is taken from the largest parts, so that the sum stays the same.
  mutating func setApart(
    _ moments: TLSMoments,
    crossings: (client: Int64, server: Int64)
  ) {
    guard let duration = moments.handshakeNanoseconds, duration > 0 else { return }
    var wanted = min(duration, Self.sources.reduce(0) { $0 &+ self[$1] })
    let inside = Self.handshake(moments, crossings)
    var taken: Int64 = 0
    func take(_ amount: Int64, from use: TimeUse, _ spent: inout TimeSpent) {
      let part = min(spent[use], amount, wanted)
      spent[use] -= part
      wanted -= part
      taken += part
    }
    for use in Self.sources where wanted > 0 { take(inside[use], from: use, &self) }
    if wanted > 0 {
      for use in Self.sources.sorted(by: { self[$0] > self[$1] }) { take(wanted, from: use, &self) }
    }
    self[.tlsHandshake] &+= taken
    requestStalls.limit(to: self[.requestTransfer])
    responseStalls.limit(to: self[.responseTransfer])
  }

  /// What the turns of a handshake were taken for.
  private static func handshake(
    _ moments: TLSMoments,
    _ crossings: (client: Int64, server: Int64)
  ) -> TimeSpent {
    var steps = HandshakeSteps()
    steps.add(moments.clientHello, of: .client)
    steps.add(moments.helloRetryRequest, of: .server)
    steps.add(moments.secondClientHello, of: .client)
    steps.add(moments.serverHello, of: .server)
    steps.add(moments.serverHelloDone, of: .server)
    steps.add(moments.clientKeyExchange, of: .client)
    steps.add(moments.clientFinished, of: .client)
    steps.add(moments.serverFinished, of: .server)
    var spent = TimeSpent()
    steps.forEachPair { from, to in
      let time = max(0, to.moment.nanoseconds(since: from.moment))
      let isRequest = from.role == .client
      let crossing = to.role == .client ? crossings.client : crossings.server
      let crossed = from.role == to.role ? time : min(time, max(0, crossing))
      spent[isRequest ? .requestTransfer : .responseTransfer] &+= crossed
      spent[isRequest ? .serverThink : .clientThink] &+= time &- crossed
    }
    return spent
  }
}

/// The messages of a handshake in the order of the capture.
private struct HandshakeSteps {
  typealias Step = (moment: Moment, role: Role)

  // No array: there is a handshake in every second flow.
  private var steps = InlineArray<8, Step>(repeating: (Moment(frame: 0, time: 0), .client))
  private var count = 0

  mutating func add(_ moment: Moment?, of role: Role) {
    guard let moment, count < 8 else { return }
    var place = count
    while place > 0, steps[place - 1].moment.frame > moment.frame {
      steps[place] = steps[place - 1]
      place -= 1
    }
    steps[place] = (moment, role)
    count += 1
  }

  func forEachPair(_ body: (Step, Step) -> Void) {
    for index in 0..<max(0, count - 1) { body(steps[index], steps[index + 1]) }
  }
}

extension TimeSpent.Stalls {
  /// Stalls are part of a transfer.
  fileprivate mutating func limit(to transfer: Int64) {
    closedWindow = min(closedWindow, transfer)
    loss = min(loss, transfer &- closedWindow)
  }
}

extension FlowRecord {
  /// Sets the time of a TLS handshake apart from the rest, where the client opened the connection.
  mutating func setApart(_ moments: TLSMoments) {
    guard var spent = tcp?.timeSpent, let crossings = tcp.map(Self.crossings) else { return }
    spent.setApart(moments, crossings: crossings)
    tcp?.timeSpent = spent
  }

  private static func crossings(of tcp: TCPSummary) -> (client: Int64, server: Int64) {
    (
      client: crossing(tcp.handshake.synAckToAck, tcp.responder.rtt),
      server: crossing(tcp.handshake.synToSynAck, tcp.originator.rtt)
    )
  }

  private static func crossing(_ half: Int64?, _ rtt: RTTStatistics) -> Int64 {
    guard rtt.count > 0 else { return half ?? 0 }
    return min(half ?? rtt.minimum, rtt.minimum)
  }
}
