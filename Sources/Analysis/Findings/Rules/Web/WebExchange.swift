import Dissection
import Flows
import Packets

/// A request to a web server, with the host that is asked for at it.
package struct WebExchange {
  let http: Shared<HTTPTransaction>
  package let flow: FlowIdentity
  /// The server and the host as whom a finding is about.
  let service: HashedKey<FindingSubject>

  init(_ http: Shared<HTTPTransaction>, in transaction: borrowing ApplicationTransaction) {
    self.http = http
    flow = transaction.flow
    let server = transaction.endpoint(of: .server)
    var subject = FindingSubject.service(server.address, .tcp, server.port)
    subject.name = transaction.name.map(Self.withoutPort)
    service = HashedKey(subject)
  }

  var request: HTTPRequest? { http.value.request }
  var response: HTTPResponse? { http.value.response }

  /// What was asked for, without what is private in it.
  var path: String {
    guard let uri = request?.uri else { return "" }
    return String(uri.withoutUserInfo.prefix { $0 != "?" }.prefix(80))
  }

  /// The server in words.
  static func text(_ subject: FindingSubject) -> String {
    let address = FindingText.subject(subject)
    return subject.name.map { "\($0) (\(address))" } ?? address
  }

  /// A host without its port.
  private static func withoutPort(_ host: String) -> String {
    // Bytes, because characters take long to find.
    let end = host.utf8.withContiguousStorageIfAvailable { text -> Int? in
      var end = text.count
      while end > 0, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[end - 1]) { end -= 1 }
      return end > 0 && text[end - 1] == UInt8(ascii: ":") ? end - 1 : nil
    }
    guard let end = end ?? nil else { return host }
    return String(decoding: host.utf8.prefix(end), as: UTF8.self)
  }
}
