/// Counts what a connection carries once it is no longer HTTP/1.
struct HTTPUpgradeReader: Sendable {
  private var upgrade: HTTPUpgrade
  private var client: WebSocketReader?
  private var server: WebSocketReader?

  /// A reader of what `protocolName` says; of an unknown protocol where it is `nil`.
  init(protocolName: String?) {
    upgrade = HTTPUpgrade(protocolName: protocolName)
    let name = Array((protocolName ?? "").utf8)
    guard name[...].equals(ignoringCase: "websocket") else { return }
    client = WebSocketReader()
    server = WebSocketReader()
  }

  /// What was counted so far.
  var summary: HTTPUpgrade {
    guard let client, let server else { return upgrade }
    var summary = upgrade
    var frames = WebSocketSummary()
    frames.client = client.tally
    frames.server = server.tally
    summary.webSocket = frames
    return summary
  }

  mutating func receive(_ bytes: RawSpan, from role: Role) {
    switch role {
    case .client:
      upgrade.clientBytes &+= Int64(bytes.byteCount)
      client?.receive(bytes)
    case .server:
      upgrade.serverBytes &+= Int64(bytes.byteCount)
      server?.receive(bytes)
    }
  }

  mutating func skip(_ count: Int64, from role: Role) {
    switch role {
    case .client: client?.skip(count)
    case .server: server?.skip(count)
    }
  }
}
