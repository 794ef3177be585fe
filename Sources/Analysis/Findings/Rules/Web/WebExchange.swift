package import Dissection
import Flows
import Packets

/// A request to a web server, with the host that is asked for at it.
package struct WebExchange {
  package let transaction: HTTPTransaction
  package let flow: FlowIdentity
  /// The server and the host as whom a finding is about.
  let service: FindingSubject

  init(_ transaction: HTTPTransaction, in flow: FlowIdentity, at server: Endpoint) {
    self.transaction = transaction
    self.flow = flow
    var service = FindingSubject.service(server.address, .tcp, server.port)
    service.name = transaction.request?.fields.host.map(Self.name(in:))
    self.service = service
  }

  /// What was asked for, without what is private in it.
  var path: String {
    guard let uri = transaction.request?.uri else { return "" }
    return String(uri.prefix { $0 != "?" }.prefix(80)).withoutUserInfo
  }

  /// The server in words.
  static func text(_ subject: FindingSubject) -> String {
    let address = FindingText.subject(subject)
    return subject.name.map { "\($0) (\(address))" } ?? address
  }

  /// A Host field in lower case, without its port and what is private in it.
  private static func name(in host: String) -> String {
    let lowered = host.withoutUserInfo.listKey
    // Bytes, because characters take long to find.
    let text = lowered.utf8
    let digits = text.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let name = text.dropLast(digits.count)
    guard name.last == UInt8(ascii: ":") else { return lowered }
    return String(decoding: name.dropLast(), as: UTF8.self)
  }
}
