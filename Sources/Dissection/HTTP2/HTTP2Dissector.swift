/// Reads the HTTP/2 of a conversation in clear text into transactions (RFC 9113, RFC 7541).
package struct HTTP2Dissector: StreamDissector {
  package var finished: [HTTPTransaction] = []
  var client: HTTP2Side
  var server: HTTP2Side
  /// Streams without an end, oldest first; ``HTTP2Limits/streams`` at most.
  var streams: [HTTP2Stream] = []
  var depth = 0

  /// A dissector of a connection that began with HTTP/2.
  package init() {
    client = HTTP2Side(.client)
    server = HTTP2Side(.server)
  }

  /// A dissector of a connection that spoke HTTP/1 before, with this many transactions.
  init(after depth: Int) {
    self.init()
    self.depth = depth
  }

  /// A dissector of a connection that was upgraded by `transaction`, whose response comes in stream 1
  /// (RFC 7540 §3.2).
  init(upgradedBy transaction: HTTPTransaction) {
    self.init(after: transaction.depth)
    var stream = HTTP2Stream(id: 1, depth: depth)
    stream.transaction = transaction
    stream.transaction.streamID = 1
    stream.isRequestOpen = false
    streams = [stream]
  }

  package var heldBytes: Int { streams.count &* 640 &+ client.heldBytes &+ server.heldBytes }

  /// Whether the first bytes of a side are the client's preface, or the SETTINGS of a server.
  package static func recognise(_ start: RawSpan) -> Recognition {
    let preface = HTTP2FrameReader.preface
    let bytes = start.extracting(..<min(start.byteCount, preface.count))
      .withUnsafeBytes { Array($0) }
    if preface.starts(with: bytes) {
      return bytes.count == preface.count ? .yes(.client) : .needsMore
    }
    guard bytes.first == 0 else { return .no }
    guard let frame = try? HTTP2Frame(parsing: start) else { return .needsMore }
    let isSettings =
      frame.type == HTTP2Frame.settings && frame.flags == 0 && frame.isPlausible
      && frame.length <= HTTP2Limits.settings
    return isSettings ? .yes(.server) : .no
  }

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    var offset = 0
    while offset < bytes.byteCount {
      let reading =
        role == .client
        ? client.reader.read(bytes, from: &offset, at: moment)
        : server.reader.read(bytes, from: &offset, at: moment)
      if let reading { handle(reading, from: role, at: moment) }
    }
  }

  package mutating func skip(_ count: Int64, from role: Role, at moment: Moment) {
    let reading = role == .client ? client.reader.skip(count) : server.reader.skip(count)
    if let reading {
      handle(reading, from: role, at: moment)
    } else {
      change(role) { if $0.reader.isLost { $0.loseBlocks() } }
    }
  }

  package mutating func close(_ role: Role, at moment: Moment) {}

  package mutating func finish(at moment: Moment) {
    finished += streams.map(\.transaction)
    streams = []
  }

  mutating func change(_ role: Role, _ body: (inout HTTP2Side) -> Void) {
    if role == .client { body(&client) } else { body(&server) }
  }
}
