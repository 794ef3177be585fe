extension TCPConnection {
  /// Nanoseconds between the last message and the close.
  private static let closeDelay: UInt64 = 2_000_000

  /// Lets the next message be written after its sender's thinking time, or ends the connection.
  func beginStep(in network: inout Network) {
    if step < plan.exchanges.count {
      schedule(.application, at: network.now + plan.exchanges[step].wait, in: &network)
      return
    }
    switch plan.ending {
    case .fin(let side), .reset(let side):
      schedule(.close(side), at: network.now + Self.closeDelay, in: &network)
    case .open:
      break
    }
  }

  func runApplication(in network: inout Network) {
    let exchange = plan.exchanges[step]
    guard phases[exchange.from.rawValue] != .dead else { return }
    senders[exchange.from.rawValue].stream.write(exchange.content)
    trySend(exchange.from, in: &network)
  }

  /// Goes on to the next message once all of this one has arrived at `side`.
  func finishStep(at side: Side, in network: inout Network) {
    guard step < plan.exchanges.count, plan.exchanges[step].from == side.other else { return }
    let written = senders[side.other.rawValue].stream.end
    guard written > 1, receivers[side.rawValue].next >= written else { return }
    step += 1
    beginStep(in: &network)
  }

  func close(_ side: Side, in network: inout Network) {
    let index = side.rawValue
    guard phases[index] == .established else { return }
    if case .reset(side) = plan.ending {
      phases[index] = .dead
      var reset = Segment(side: side, offset: senders[index].next, flags: [.rst, .ack])
      reset.acknowledgment = receivers[index].next
      transmit(reset, in: &network)
      return
    }
    senders[index].wantsToClose = true
    trySend(side, in: &network)
  }
}
