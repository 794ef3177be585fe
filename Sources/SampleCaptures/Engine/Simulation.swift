/// Sessions of a workload played against each other in one time-ordered capture.
///
/// The capture leaves in pieces through `next()`. Memory holds the sessions alive at once and one
/// piece, whatever the length of the capture.
package struct Simulation<Work: Workload>: IteratorProtocol {
  private enum Running {
    case idle
    case connection(TCPConnection)
    case script(FrameScript, position: Int)
  }

  /// Size at which a piece of the capture is handed out, in bytes.
  private static var pieceLength: Int { 1 << 20 }

  private var network: Network
  private var workload: Work
  private var upcoming: Session?
  private var running: [Running] = []
  /// Places in `running` whose session is over.
  private var vacant: [Int] = []
  private let byteLimit: Int
  private var isOver = false

  /// The counts so far; complete once `next()` has returned nil.
  package var truth: Truth { network.truth }

  /// A simulation from the capture time 2025-03-03 09:00:00 UTC on.
  ///
  /// At a file length of `byteLimit` the capture ends mid-traffic, as that of a live link does.
  package init(
    _ workload: Work,
    seed: UInt64,
    nanoseconds: Bool = false,
    byteLimit: Int = .max
  ) {
    network = Network(
      seed: seed,
      resolution: nanoseconds ? .nanoseconds : .microseconds,
      mirrorDelay: workload.mirrorDelay
    )
    self.workload = workload
    self.byteLimit = byteLimit
    scheduleNextSession(after: 1_740_992_400_000_000_000)
  }

  package mutating func next() -> [UInt8]? {
    guard !isOver else { return nil }
    while network.capture.total < byteLimit, let event = network.nextEvent() {
      handle(event)
      if network.capture.bytes.count >= Self.pieceLength { return network.capture.takeBytes() }
    }
    isOver = true
    network.recordCopies(before: .max)
    return network.capture.takeBytes()
  }

  private mutating func scheduleNextSession(after time: UInt64) {
    guard let (delay, session) = workload.nextSession(using: &network.random) else { return }
    upcoming = session
    network.schedule(.spawn, session: 0, at: time + delay)
  }

  private mutating func handle(_ event: Event) {
    if case .spawn = event.kind {
      if let session = upcoming { start(session) }
      scheduleNextSession(after: network.now)
      return
    }
    switch running[event.session] {
    case .idle:
      break
    case .connection(let connection):
      connection.receive(event.kind, in: &network)
      if connection.pendingEvents == 0 { retire(event.session) }
    case .script(let script, let position):
      record(script, at: position)
      advance(script, to: position + 1, session: event.session)
    }
  }

  private mutating func start(_ session: Session) {
    let slot = vacant.popLast() ?? running.count
    if slot == running.count { running.append(.idle) }
    switch session {
    case .tcp(let plan):
      let connection = TCPConnection(plan, session: slot, random: &network.random)
      running[slot] = .connection(connection)
      connection.open(in: &network)
    case .frames(let script):
      advance(script, to: 0, session: slot)
    }
  }

  private mutating func advance(_ script: FrameScript, to position: Int, session: Int) {
    guard position < script.frames.count else { return retire(session) }
    running[session] = .script(script, position: position)
    let previous = position == 0 ? 0 : script.frames[position - 1].delay
    let time = network.now + script.frames[position].delay - previous
    network.schedule(.start, session: session, at: time)
  }

  private mutating func record(_ script: FrameScript, at position: Int) {
    network.record(script.frames[position].bytes)
    if script.isFlow, position == 0 { network.truth.flows += 1 }
  }

  private mutating func retire(_ session: Int) {
    running[session] = .idle
    vacant.append(session)
  }
}
