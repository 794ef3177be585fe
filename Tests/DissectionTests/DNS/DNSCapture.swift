import Dissection
import Packets

/// The DNS messages of a capture, found by their ports as tshark does, each with its part in the flow.
struct DNSCapture {
  struct Entry {
    var message: DNSMessage
    var dialect: DNSDialect
    var moment: Moment
    var source: String
    var destination: String
    var match = DNSMatch.query
  }

  private var entries: [Entry] = []

  /// By the frame that brought or completed them.
  var messages: [UInt64: [Entry]] { Dictionary(grouping: entries, by: \.moment.frame) }

  init(_ path: String) throws {
    try CapturedPackets.read(path) { headers, payload in
      guard headers.transport == .udp, !payload.isEmpty, let dialect = Self.dialect(headers),
        let message = try? DNSMessage(parsing: payload.span.bytes, as: dialect)
      else { return }
      entries.append(
        Entry(
          message: message,
          dialect: dialect,
          moment: Moment(frame: headers.frame, time: headers.time.nanoseconds),
          source: "\(headers.source) \(headers.sourcePort)",
          destination: "\(headers.destination) \(headers.destinationPort)"
        )
      )
    }
    for conversation in try ConversationReader.conversations(in: path)
    where conversation.serverPort == 53 || conversation.clientPort == 53 {
      for isForward in [true, false] { readMessages(of: conversation, isForward) }
    }
    entries.sort { $0.moment.frame < $1.moment.frame }
    match()
  }

  private mutating func readMessages(of conversation: CapturedConversation, _ isForward: Bool) {
    let client = "\(conversation.client) \(conversation.clientPort) TCP"
    let server = "\(conversation.server) \(conversation.serverPort) TCP"
    var bytes: [UInt8] = []
    for delivery in conversation.deliveries where delivery.isForward == isForward {
      guard case .bytes(let more) = delivery.step else { continue }
      bytes += more
      while bytes.count >= 2, bytes.count >= 2 + Int(bytes[0]) << 8 + Int(bytes[1]) {
        let length = 2 + Int(bytes[0]) << 8 + Int(bytes[1])
        if let message = try? DNSMessage(parsing: Array(bytes[2..<length]).span.bytes) {
          entries.append(
            Entry(
              message: message,
              dialect: .unicast,
              moment: delivery.moment,
              source: isForward ? client : server,
              destination: isForward ? server : client
            )
          )
        }
        bytes.removeFirst(length)
      }
    }
  }

  /// Says of each message what it is in its flow, whose first sender is the client.
  private mutating func match() {
    var flows: [Set<String>: (client: String, transactions: DNSTransactions)] = [:]
    for index in entries.indices {
      let entry = entries[index]
      let ends: Set = [entry.source, entry.destination]
      var flow =
        flows.removeValue(forKey: ends)
        ?? (client: entry.source, transactions: DNSTransactions(transport: .udp))
      let sender: Role = entry.source == flow.client ? .client : .server
      entries[index].match = flow.transactions.receive(
        entry.message,
        from: sender,
        at: entry.moment
      )
      flows[ends] = flow
    }
  }

  private static func dialect(_ headers: PacketHeaders) -> DNSDialect? {
    DNSDialect(port: headers.destinationPort) ?? DNSDialect(port: headers.sourcePort)
  }
}
