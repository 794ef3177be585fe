import Dissection
import Packets

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
  private var leases = DHCPTransactions()
  private var clocks = NTPDatagrams()
  private var managers = SNMPDatagrams()
  private var paths = STUNDatagrams()
  private var neighbors = NeighborTable()

  mutating func receive(_ bytes: [UInt8], kind: UInt8) {
    moment.frame += 1
    moment.time &+= kind & 0x40 == 0 ? 1_000_000 : 40_000_000_000
    let role: Role = kind & 0x80 == 0 ? .client : .server
    let span = bytes.span.bytes
    switch kind & 0x0f {
    case 0: receiveNames(span, .unicast, from: role)
    case 1: receiveNames(span, .multicast, from: role)
    case 2: stream.receive(span, from: role, at: moment)
    case 3: stream.skip(Int64(bytes.count), from: role, at: moment)
    case 4: receiveLease(span)
    case 5: clocks.receive(span, from: role, at: moment)
    case 6: managers.receive(span, from: role, at: moment)
    case 7: paths.receive(span, from: role, at: moment)
    case 8: receiveNetBIOS(span)
    case 9: receiveNeighbor(span)
    default: recognise(span)
    }
    precondition(stream.finished.count <= 70_000, "more transactions than messages")
  }

  mutating func finish() {
    names.finish()
    stream.close(.client, at: moment)
    stream.finish(at: moment)
    leases.finish()
    clocks.finish(at: moment)
    managers.finish(at: moment)
    paths.finish(at: moment)
    neighbors.finish()
  }

  private mutating func receiveNames(_ span: RawSpan, _ dialect: DNSDialect, from role: Role) {
    guard let message = try? DNSMessage(parsing: span, as: dialect) else { return }
    precondition(message.records.count <= DNSMessage.maximumEntries, "more records than allowed")
    for record in message.records { _ = record.text }
    _ = names.receive(message, from: role, at: moment)
  }

  private mutating func receiveLease(_ span: RawSpan) {
    guard let message = try? DHCPMessage(parsing: span) else { return }
    leases.receive(message, at: moment)
  }

  private func receiveNetBIOS(_ span: RawSpan) {
    if let message = try? NetBIOSNameMessage(parsing: span) {
      precondition(message.records.count <= NetBIOSNameMessage.maximumEntries, "too many records")
    }
    _ = try? NetBIOSDatagram(parsing: span)
    _ = try? SSDPMessage(parsing: span)
  }

  private mutating func receiveNeighbor(_ span: RawSpan) {
    let host = IPAddress(high: 0xfe80_0000_0000_0000, low: moment.frame & 3)
    if let message = try? NeighborMessage(parsing: span) {
      neighbors.receive(message, from: host, to: host, in: .none, at: moment)
    }
    if let message = try? ARPMessage(parsing: span) {
      neighbors.receive(message, in: .none, at: moment)
    }
  }

  private func recognise(_ span: RawSpan) {
    _ = DNSDatagrams.recognise(span)
    _ = DNSStream.recognise(span)
    _ = DHCPMessage.recognise(span)
    _ = NTPMessage.recognise(span)
    _ = SNMPMessage.recognise(span)
    _ = STUNMessage.recognise(span)
    _ = SSDPMessage.recognise(span)
    _ = NetBIOSNameMessage.recognise(span)
    _ = NetBIOSDatagram.recognise(span)
  }
}
