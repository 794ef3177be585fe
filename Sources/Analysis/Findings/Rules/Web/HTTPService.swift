import Dissection
import Flows
import Packets

/// A web server and the host that is asked for at it.
struct HTTPService {
  let transaction: HTTPTransaction
  let flow: FlowIdentity
  let subject: FindingSubject

  init?(_ transaction: borrowing ApplicationTransaction) {
    guard case .http(let http) = transaction.content else { return nil }
    self.transaction = http
    flow = transaction.flow
    let server = transaction.endpoint(of: .server)
    var subject = FindingSubject.service(server.address, .tcp, server.port)
    subject.name = http.request?.fields.host.map { Self.name(in: $0) }
    self.subject = subject
  }

  /// The server in words.
  static func text(_ subject: FindingSubject) -> String {
    let address = FindingText.subject(subject)
    return subject.name.map { "\($0) (\(address))" } ?? address
  }

  /// A Host field in lower case without its port.
  private static func name(in host: String) -> String {
    let lowered = host.lowercased()
    guard let colon = lowered.lastIndex(of: ":"), !lowered.hasSuffix("]"),
      lowered[colon...].dropFirst().allSatisfy(\.isNumber)
    else { return lowered }
    return String(lowered[..<colon])
  }
}
