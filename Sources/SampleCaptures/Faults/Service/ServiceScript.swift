/// A script of what an office's clients do and what answers them, written session by session.
///
/// The capture point is on the office's side of its gateway. Times are milliseconds after the
/// capture's start unless they say otherwise.
struct ServiceScript {
  typealias Scheduled = (start: UInt64, session: Session)

  var random: RandomSource
  private(set) var sessions: [Scheduled] = []
  /// The name server that clients ask.
  var resolver = Hosts.resolver
  /// Milliseconds that it takes.
  var resolverTimes = 8...20
  /// See `Workload.mirrorDelay`.
  var mirrorDelay: UInt64?
  /// Done to each connection before it is scheduled.
  var disturbance: (inout TCPPlan) -> Void = { _ in }
  private var portsUsed: UInt16 = 0
  private var lookupsDone: UInt16 = 0

  init(seed: UInt64) {
    random = RandomSource(seed: seed)
  }

  mutating func add(_ session: Session, at time: Int) {
    sessions.append((UInt64(time) * 1_000_000, session))
  }

  mutating func nextPort() -> UInt16 {
    portsUsed += 1
    return 32_768 + (portsUsed &* 7) % 28_000
  }

  mutating func nextLookup() -> UInt16 {
    lookupsDone += 1
    return lookupsDone &* 2713
  }

  /// A connection over the gateway, to be filled.
  mutating func plan(from client: Host, to server: Host, port: UInt16) -> TCPPlan {
    var plan = TCPPlan(client: client, clientPort: nextPort(), server: server, serverPort: port)
    plan.clientDelay = 60_000
    plan.serverDelay = UInt64(random.within(7000...11_000)) * 1000
    plan.clientBuffer = 4_194_304
    plan.serverBuffer = 4_194_304
    return plan
  }

  mutating func connect(_ plan: TCPPlan, at time: Int) {
    var disturbed = plan
    disturbance(&disturbed)
    add(.tcp(disturbed), at: time)
  }
}
