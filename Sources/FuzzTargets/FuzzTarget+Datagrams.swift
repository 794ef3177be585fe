import Dissection

extension FuzzTarget {
  /// Datagrams, each with a byte that says which protocol and which side, and two of length.
  func runDatagrams(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    var run = DatagramRun()
    while !input.isAtEnd {
      let kind = input.byte()
      run.receive(input.take(Int(input.word() & 0x7ff)), kind: kind)
    }
    run.finish()
  }
}

/// One of each parser and transaction table, fed by turns.
private struct DatagramRun {
  private var moment = Moment(frame: 0, time: 1_700_000_000_000_000_000)
  private var names = DNSTransactions(transport: .udp)
  private var stream = DNSStream()

  mutating func receive(_ bytes: [UInt8], kind: UInt8) {
    moment.frame += 1
    moment.time &+= kind & 0x40 == 0 ? 1_000_000 : 40_000_000_000
    let role: Role = kind & 0x80 == 0 ? .client : .server
    switch kind & 0x0f {
    case 0: receiveNames(bytes, .unicast, from: role)
    case 1: receiveNames(bytes, .multicast, from: role)
    case 2: stream.receive(bytes.span.bytes, from: role, at: moment)
    case 3: stream.skip(Int64(bytes.count), from: role, at: moment)
    default: break
    }
    precondition(stream.finished.count <= 70_000, "more transactions than messages")
  }

  mutating func finish() {
    names.finish()
    stream.close(.client, at: moment)
    stream.finish(at: moment)
  }

  private mutating func receiveNames(_ bytes: [UInt8], _ dialect: DNSDialect, from role: Role) {
    _ = DNSMessage.recognise(bytes.span.bytes)
    _ = DNSStream.recognise(bytes.span.bytes)
    guard let message = try? DNSMessage(parsing: bytes.span.bytes, as: dialect) else { return }
    precondition(message.records.count <= DNSMessage.maximumEntries, "more records than allowed")
    for record in message.records { _ = record.text }
    _ = names.receive(message, from: role, at: moment)
  }
}
