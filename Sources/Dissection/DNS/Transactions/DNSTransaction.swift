/// A question with its repetitions and its answer, as seen in one flow.
package struct DNSTransaction: Equatable, Sendable {
  /// Answers that are kept.
  package static let maximumAnswers = 64

  package var transport: DNSTransport
  /// Which side asked; in DNS mostly the client of the flow.
  package var asker: Role
  package var id: UInt16
  /// The first question; nil in a response that repeats none and answers nothing seen.
  package var question: DNSQuestion?
  package var opcode: DNSOpcode

  /// The first query; nil for a response that nobody asked for.
  package var query: Moment?
  /// The last query before the response; differs from `query` where it was repeated.
  package var lastQuery: Moment?
  /// Queries sent until the response came.
  package var tries = 0
  /// The first response; nil where none came.
  package var response: Moment?

  package var queryFlags: DNSFlags?
  package var responseFlags: DNSFlags?
  /// Twelve bits with those of EDNS; nil without a response.
  package var responseCode: DNSResponseCode?
  /// The answer section.
  package var records: [DNSRecord] = []
  /// Records of all sections of the response, as its header counts them.
  package var responseRecords = 0
  /// Answers beyond ``maximumAnswers``.
  package var omittedAnswers = 0
  /// Explanations of the server (RFC 8914).
  package var extendedErrors: [UInt16] = []

  /// The answer section as text, see ``DNSRecord/text``.
  package var answers: [String] { records.map(\.text) }

  /// Seconds, one for each of `answers`.
  package var timesToLive: [UInt32] { records.map(\.ttl) }

  /// Nanoseconds from the last query to the response: what the resolver took.
  package var responseTime: Int64? {
    guard let response, let lastQuery else { return nil }
    return response.nanoseconds(since: lastQuery)
  }

  /// Nanoseconds from the first query to the response: what the application waited.
  package var totalTime: Int64? {
    guard let response, let query else { return nil }
    return response.nanoseconds(since: query)
  }

  /// Asked, never answered, and an answer was to be expected.
  package var isUnanswered: Bool {
    query != nil && response == nil && transport.expectsResponse
  }

  package var isUnsolicited: Bool { query == nil }

  package var isTruncated: Bool { responseFlags?.isTruncated ?? false }
}

extension DNSTransaction {
  /// Takes over what a response says.
  mutating func complete(with message: DNSMessage, at moment: Moment) {
    response = moment
    responseFlags = message.flags
    responseCode = message.responseCode
    let counts = message.counts
    responseRecords = Int(counts.answers) + Int(counts.authorities) + Int(counts.additionals)
    extendedErrors = message.edns?.extendedErrors ?? []
    records =
      message.answers.count > Self.maximumAnswers
      ? Array(message.answers.prefix(Self.maximumAnswers)) : message.answers
    omittedAnswers = max(0, message.answers.count - Self.maximumAnswers)
  }
}
