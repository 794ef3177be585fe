/// Two TCP ends and the path between them, driven by events.
///
/// A small but honest TCP: handshake, slow start, delayed ACKs, SACK-based fast recovery,
/// retransmission and persist timers. What is a retransmission, and whether its original passed the
/// capture point, is known here and counted as truth.
final class TCPConnection {
  enum Phase {
    case closed
    case synSent
    case synReceived
    case established
    case dead
  }

  let plan: TCPPlan
  let session: Int
  /// Events on their way to this connection; at zero it is over.
  var pendingEvents = 0
  var phases = [Phase.closed, .closed]
  var senders: [TCPSender]
  var receivers: [TCPReceiver]
  var step = 0
  var hasBeenSeen = false
  var isPauseDone = false
  var isResetInjected = false
  var keepAlivesSent = 0
  /// Data segments of the server that reached the capture point.
  var serverSegments = 0
  var openedAt: UInt64 = 0
  var farPathState = FarPathState()
  var identifications: [UInt16]
  private let initialSequence: [UInt32]
  private let timestampBase: [UInt32]

  init(_ plan: TCPPlan, session: Int, random: inout RandomSource) {
    self.plan = plan
    self.session = session
    let sender = TCPSender(payloadLimit: plan.payloadLimit)
    senders = [sender, sender]
    receivers = [
      TCPReceiver(buffer: plan.clientBuffer), TCPReceiver(buffer: plan.serverBuffer),
    ]
    initialSequence = [
      UInt32(truncatingIfNeeded: random.next()), UInt32(truncatingIfNeeded: random.next()),
    ]
    timestampBase = [
      UInt32(truncatingIfNeeded: random.next() >> 34),
      UInt32(truncatingIfNeeded: random.next() >> 34),
    ]
    identifications = [
      UInt16(truncatingIfNeeded: random.next()), UInt16(truncatingIfNeeded: random.next()),
    ]
  }

  func open(in network: inout Network) {
    openedAt = network.now
    phases[Side.client.rawValue] = .synSent
    send(flags: .syn, length: 0, from: .client, in: &network)
    if plan.abandonsHandshake { phases[Side.client.rawValue] = .dead }
    scheduleKeepAlive(in: &network)
  }

  func receive(_ event: Event.Kind, in network: inout Network) {
    pendingEvents -= 1
    switch event {
    case .tap(let segment): pass(segment, in: &network)
    case .arrival(let segment): accept(segment, in: &network)
    case .application: runApplication(in: &network)
    case .retransmissionTimer(let side): retransmissionTimerFired(side, in: &network)
    case .delayedAckTimer(let side): delayedAckTimerFired(side, in: &network)
    case .persistTimer(let side): persistTimerFired(side, in: &network)
    case .resume(let side): resumeReading(side, in: &network)
    case .close(let side): close(side, in: &network)
    case .keepAlive: keepAliveTimerFired(in: &network)
    case .tooBig(let segment): recordTooBig(segment, in: &network)
    case .injection: injectReset(in: &network)
    case .spawn, .start: break
    }
  }

  func schedule(_ kind: Event.Kind, at time: UInt64, in network: inout Network) {
    pendingEvents += 1
    network.schedule(kind, session: session, at: time)
  }

  /// The sequence number on the wire of a stream offset.
  func sequence(_ offset: UInt64, of side: Side) -> UInt32 {
    initialSequence[side.rawValue] &+ UInt32(truncatingIfNeeded: offset)
  }

  /// The timestamp clock of one end, in milliseconds.
  func timestamp(_ side: Side, at time: UInt64) -> UInt32 {
    timestampBase[side.rawValue] &+ UInt32(truncatingIfNeeded: time / 1_000_000)
  }
}
