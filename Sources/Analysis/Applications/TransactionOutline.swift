package import Dissection
package import Flows

/// What transactions of all protocols have in common: who asked whom for what, when, and what came
/// of it.
package struct TransactionOutline: Equatable, Sendable {
  /// Who asked, or spoke where nobody asks.
  package var client: Endpoint
  package var server: Endpoint
  package var first: Moment
  package var last: Moment
  /// How it was asked: a method, the type of a record or message, a version.
  package var action: String?
  /// What was asked for: a name, an address of the web, an object.
  package var subject: String?
  /// What came of it, in the protocol's words.
  package var status: String?
  /// Times that the question was sent.
  package var tries: Int?
  /// Nanoseconds from the end of the question, the last try of it, to the beginning of the answer.
  package var responseTime: Int64?
  /// Nanoseconds from the beginning of the first question to the end of the answer.
  package var totalTime: Int64?
  /// Bytes of content.
  package var requestBytes: Int64?
  package var responseBytes: Int64?

  /// An outline without anything that only the protocol knows; its time is the flow's beginning
  /// where `moments` has none.
  init(_ transaction: ApplicationTransaction, asker: Role = .client, _ moments: [Moment?]) {
    client = transaction.endpoint(of: asker)
    server = transaction.endpoint(of: asker.peer)
    let known = moments.compactMap(\.self)
    first = known.min { $0.frame < $1.frame } ?? transaction.flow.opened
    last = known.max { $0.frame < $1.frame } ?? first
  }

  /// Nanoseconds from the first to the last packet.
  package var duration: Int64 { last.nanoseconds(since: first) }
}

extension ApplicationTransaction {
  /// What it has in common with all others.
  package var outline: TransactionOutline {
    switch content {
    case .dns(let transaction): outline(of: transaction.value)
    case .http(let transaction): outline(of: transaction.value)
    case .tls(let session): outline(of: session.value)
    case .quic(let connection): outline(of: connection.value)
    case .dhcp(let message): outline(of: message.value)
    case .ntp(let transaction): outline(of: transaction.value)
    case .snmp(let transaction): outline(of: transaction.value)
    case .ssdp(let message): outline(of: message.value)
    case .stun(let transaction): outline(of: transaction.value)
    case .netbiosName(let message): outline(of: message.value)
    case .netbiosDatagram(let message): outline(of: message.value)
    case .rtp(let session): outline(of: session.value)
    case .ssh(let session): outline(of: session.value)
    case .smtp(let session), .ftp(let session), .pop3(let session), .imap(let session):
      outline(of: session.value)
    case .sip(let transaction): outline(of: transaction.value)
    case .smb(let session): outline(of: session.value)
    }
  }
}
