@testable import Dissection

extension DNSTransaction {
  /// A question for an address in frame `frame`, answered in the next frame after a time, or never.
  static func sample(
    _ name: String,
    frame: UInt64,
    at milliseconds: Int64 = 0,
    answered code: DNSResponseCode? = .noError,
    after delay: Int64 = 10,
    tries: Int = 1,
    type: DNSRecordType = .a
  ) -> DNSTransaction {
    var transaction = DNSTransaction(
      transport: .udp,
      asker: .client,
      id: UInt16(truncatingIfNeeded: frame),
      question: DNSQuestion(name: name, type: type, class: DNSClass(rawValue: 1)),
      opcode: .query,
      query: .at(frame, milliseconds: milliseconds),
      lastQuery: .at(
        tries > 1 ? frame + 1 : frame,
        milliseconds: milliseconds + (tries > 1 ? 5000 : 0)
      ),
      tries: tries
    )
    if let code {
      transaction.response = .at(frame + 1, milliseconds: milliseconds + delay)
      transaction.responseCode = code
    }
    return transaction
  }
}
