/// A message of SIP (RFC 3261 §7), as far as it tells of transactions and calls.
package struct SIPMessage: Equatable, Sendable {
  package enum Line: Equatable, Sendable {
    case request(method: String, uri: String)
    case response(status: UInt16, reason: String)
  }

  package var line: Line
  package var callID: String?
  package var from: SIPParty?
  package var to: SIPParty?
  /// The number of the request in its dialog, and its method (CSeq).
  package var sequence: UInt32?
  package var method: String?
  /// User-Agent, or Server of a response.
  package var agent: String?
  package var contentType: String?
  /// `nil` where it is not said.
  package var contentLength: Int64?
  package var session: SessionDescription?

  package init(line: Line) { self.line = line }

  package var isRequest: Bool {
    switch line {
    case .request: true
    case .response: false
    }
  }
}
