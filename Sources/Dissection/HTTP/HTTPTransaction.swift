/// A request and its response, in any version of HTTP.
package struct HTTPTransaction: Sendable {
  /// Which transaction of its conversation this is, from 1 (Zeek's `trans_depth`).
  package var depth: Int
  /// `nil` where only the response was captured.
  package var request: HTTPRequest?
  /// The final response; `nil` where none was captured.
  package var response: HTTPResponse?
  /// The 1xx responses before it, the first ``HTTPLimits/informational`` of them.
  package var informational: [HTTPInformational] = []
  /// What the connection was used for afterwards, where the transaction ended HTTP/1.
  package var upgrade: HTTPUpgrade? {
    get { upgrades.first }
    set { upgrades = newValue.map { [$0] } ?? [] }
  }
  /// None or one; apart, because few transactions have one and all are handed on.
  private var upgrades: [HTTPUpgrade] = []
  /// The stream, in HTTP/2.
  package var streamID: UInt32?

  package init(depth: Int) { self.depth = depth }
}

/// An interim response (RFC 9110 §15.2).
package struct HTTPInformational: Equatable, Sendable {
  package var status: UInt16
  package var reason: String
  /// When it was complete.
  package var end: Moment

  package init(status: UInt16, reason: String, end: Moment) {
    self.status = status
    self.reason = reason
    self.end = end
  }
}

/// What a connection carries after a CONNECT or an upgrade (RFC 9110 §7.8, §9.3.6).
package struct HTTPUpgrade: Equatable, Sendable {
  /// The protocol in the words of the Upgrade field; `nil` for a tunnel made by CONNECT.
  package var protocolName: String?
  package var clientBytes: Int64
  package var serverBytes: Int64
  /// The frames, where the protocol is WebSocket.
  package var webSocket: WebSocketSummary?

  package init(protocolName: String? = nil, clientBytes: Int64 = 0, serverBytes: Int64 = 0) {
    self.protocolName = protocolName
    self.clientBytes = clientBytes
    self.serverBytes = serverBytes
  }
}
