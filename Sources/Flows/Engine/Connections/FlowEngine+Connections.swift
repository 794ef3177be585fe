import Packets

extension FlowEngine {
  /// Keeps the first SYN of a connection instead of the connection, until another packet comes.
  ///
  /// A scan or a flood of spoofed SYNs makes flows of one packet; a connection takes eight times the
  /// memory of its SYN. A SYN that says more than that (another connection's 5-tuple, a mirror's
  /// copy) opens its connection at once.
  mutating func keepOpening(_ packet: borrowing PacketHeaders, of flow: inout Flow) -> Bool {
    let flags = packet.tcp.flags
    guard flags.contains(.syn), flags.isDisjoint(with: [.ack, .rst, .fin]) else { return false }
    flow.form = .opening(Int32(truncatingIfNeeded: openings.insert(copy packet)))
    return true
  }

  /// The connection of the flow at `place`, brought to its full size; `nil` when it is not TCP.
  @inline(__always)
  mutating func connection(of place: Int) -> UnsafeMutablePointer<AwakeConnection>? {
    if case .awake(let connection) = flows.pointer(place).pointee.form {
      return connections.pointer(Int(connection))
    }
    return wake(place)
  }

  /// Makes a connection of a flow that so far has only its SYN, or unpacks the one that was asleep.
  @inline(never)
  private mutating func wake(_ place: Int) -> UnsafeMutablePointer<AwakeConnection>? {
    let flow = flows.pointer(place)
    switch flow.pointee.form {
    case .none:
      return nil
    case .awake(let connection):
      return connections.pointer(Int(connection))
    case .opening(let opening):
      let packet = openings.pointer(Int(opening)).pointee
      openings.remove(Int(opening))
      let begun = addConnection(to: flow, at: place)
      follow(packet, .originator, begun, flow)
      return begun
    case .asleep(let packed):
      let woken = addConnection(to: flow, at: place)
      packed.unpack(to: &woken.pointee.connection)
      return woken
    }
  }

  /// A new connection at full size for a flow.
  mutating func addConnection(
    to flow: UnsafeMutablePointer<Flow>,
    at place: Int
  ) -> UnsafeMutablePointer<AwakeConnection> {
    if connections.count >= limits.awakeConnections { putOneToSleep() }
    let connection = connections.insert(copying: freshConnection)
    flow.pointee.form = .awake(Int32(truncatingIfNeeded: connection))
    let added = connections.pointer(connection)
    added.pointee.flow = Int32(truncatingIfNeeded: place)
    return added
  }

  /// Moves a connection by one packet.
  @inline(__always)
  mutating func follow(
    _ packet: borrowing PacketHeaders,
    _ direction: FlowDirection,
    _ connection: UnsafeMutablePointer<AwakeConnection>,
    _ flow: UnsafeMutablePointer<Flow>
  ) {
    events.frame = packet.frame
    events.time = packet.time
    events.flow = flow.pointee.id
    events.stream = flow.pointee.stream
    connection.pointee.connection.receive(packet, from: direction, events: &events)
    if events.samples.pending != 0 { events.samples.place(packet) }
    connection.pointee.isRecent = true
    flow.pointee.phase = connection.pointee.connection.phase
  }

  /// Gives back what the connection of a flow past its time-out need not hold.
  ///
  /// One that is asleep is woken for it: what is forgotten must not depend on sleep.
  mutating func shrinkConnection(of place: Int) {
    switch flows.pointer(place).pointee.form {
    case .none, .opening: return
    case .awake, .asleep: break
    }
    guard let connection = connection(of: place) else { return }
    connection.pointee.connection.shrink()
    connection.pointee.isRecent = false
  }

  /// Packs the connection of a silent flow; nothing is forgotten, so results do not depend on it.
  private mutating func putToSleep(_ flow: UnsafeMutablePointer<Flow>) {
    guard case .awake(let place) = flow.pointee.form else { return }
    let connection = connections.pointer(Int(place))
    flow.pointee.form = .asleep(
      PackedConnection(&connection.pointee.connection, fresh: &freshConnection.pointee.connection)
    )
    connections.remove(Int(place))
  }

  /// Too many are at full size: one that had no packet for a round goes to sleep.
  ///
  /// The hand of a clock passes over all of them; it forgets their packets, and stops at the first
  /// that had none since its last pass.
  private mutating func putOneToSleep() {
    for _ in 0..<2 * connections.places {
      sleepHand = sleepHand + 1 < connections.places ? sleepHand + 1 : 0
      guard connections.isUsed(sleepHand) else { continue }
      let connection = connections.pointer(sleepHand)
      guard connection.pointee.isRecent else {
        putToSleep(flows.pointer(Int(connection.pointee.flow)))
        return
      }
      connection.pointee.isRecent = false
    }
  }

  /// Frees what the flow's connection holds.
  mutating func removeConnection(of flow: UnsafeMutablePointer<Flow>) {
    guard case .awake(let place) = flow.pointee.form else { return }
    connections.pointer(Int(place)).pointee.connection.release()
    connections.remove(Int(place))
    flow.pointee.form = .none
  }

  /// Frees what the connections still alive hold on the heap.
  func releaseConnections() {
    connections.visit { _, awake in awake.pointee.connection.release() }
    flows.visit { _, flow in
      guard case .asleep(let packed) = flow.pointee.form else { return }
      var connection = freshConnection.pointee.connection
      packed.unpack(to: &connection)
      connection.release()
    }
  }
}
