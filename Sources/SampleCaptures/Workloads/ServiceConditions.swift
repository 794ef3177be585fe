/// How a web service and the path to it are at the time of a capture: one thing changed is what a
/// comparison of two captures has to find.
package struct ServiceConditions: Sendable {
  package var connections = 60
  /// Milliseconds that the server takes for an answer.
  package var serverTime = 4...16
  /// Milliseconds that the name server takes.
  package var resolverTime = 8...20
  /// Microseconds of the way to the server beyond the capture point, one way.
  package var pathTime = 7000...11_000
  /// Chance that a segment of the server is lost on the way.
  package var loss = 0.0
  /// Share of the requests that are answered by 503.
  package var failures = 0.0
  /// Share of the connections that are refused.
  package var refusals = 0.0
  /// The service has moved to another address.
  package var isMoved = false

  package init() {}
}

extension FaultWorkload {
  /// Clients that read from one web service, under the conditions given.
  package init(_ conditions: ServiceConditions, seed: UInt64) {
    var service = ServiceScript(seed: seed)
    service.resolverTimes = conditions.resolverTime
    for number in 0..<conditions.connections {
      service.session(number, conditions)
    }
    self.init(service)
  }
}

extension ServiceScript {
  private static let name = "www.example.com"

  fileprivate mutating func session(_ number: Int, _ conditions: ServiceConditions) {
    let client = Hosts.client(number % 6)
    let server = conditions.isMoved ? Hosts.shop : Hosts.web
    let start = lookUp(
      Self.name,
      from: client,
      at: 100 + 150 * number,
      outcome: .addresses([server.address])
    )
    var plan = plan(from: client, to: server, port: 80)
    plan.serverDelay = UInt64(random.within(conditions.pathTime)) * 1000
    if random.chance(conditions.refusals) { plan.answer = .refuses }
    for index in 0..<random.within(2...5) {
      let failure = HTTPMessage.response(
        status: "503 Service Unavailable",
        type: "text/plain",
        line: "try again later\n",
        times: 1
      )
      let isFailure = random.chance(conditions.failures)
      let length = random.within(20_000...120_000)
      plan.exchanges += request(
        host: Self.name,
        path: "/part-\(number)-\(index)",
        thinking: random.within(1...40),
        working: random.within(conditions.serverTime),
        response: isFailure ? failure : HTTPMessage.response(length: length)
      )
    }
    plan.impairments = (3..<300).compactMap { ordinal in
      random.chance(conditions.loss)
        ? TCPPlan.Impairment(side: .server, transmission: ordinal, kind: .lostBeforeTap) : nil
    }
    connect(plan, at: start)
  }
}
