/// DNS, mDNS or LLMNR over UDP: each portion of a side is one datagram with one message.
package struct DNSDatagrams: DatagramDissector {
  package var finished: [DNSTransaction] {
    get { transactions.finished }
    set { transactions.finished = newValue }
  }
  /// Datagrams that are no message, and messages that could not be read to their end.
  package private(set) var malformedMessages: UInt64 = 0

  private let dialect: DNSDialect
  private var transactions: DNSTransactions

  package init(_ dialect: DNSDialect = .unicast) {
    self.dialect = dialect
    let transport: DNSTransport =
      switch dialect {
      case .unicast: .udp
      case .multicast: .multicast
      case .linkLocal: .linkLocal
      }
    transactions = DNSTransactions(transport: transport)
  }

  package static func recognise(_ start: RawSpan) -> Recognition {
    DNSMessage.recognise(start)
  }

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    do throws(DissectionError) {
      let message = try DNSMessage(parsing: bytes, as: dialect)
      if message.damage != nil { malformedMessages += 1 }
      _ = transactions.receive(message, from: role, at: moment)
    } catch {
      malformedMessages += 1
    }
  }

  package var heldBytes: Int { transactions.heldBytes }

  /// Puts out the questions that nobody answered.
  package mutating func finish(at moment: Moment) { transactions.finish() }
}
