/// Reads a connection of SMB 1, 2 or 3, over NetBIOS or alone; one output, when it ends.
///
/// Of each message the head is looked at; what is read from and written to files is counted.
package struct SMBDissector: StreamDissector {
  package var finished: [SMBSession] = []
  var session = SMBSession()
  private var client = SMBFrameReader()
  private var server = SMBFrameReader()
  var pending = PendingTable<UInt64, Request>(limit: SMBLimits.pending, timeout: SMBLimits.timeout)

  /// A request that waits for its response, and where in the session its outcome belongs.
  struct Request: Sendable {
    var command: SMBCommand
    var moment: Moment
    var login: Int?
    var tree: Int?
    var file: Int?
  }

  package init() {}

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    session.first = session.first ?? moment
    session.last = moment
    var offset = 0
    while offset < bytes.byteCount {
      let frame =
        role == .client ? client.read(bytes, from: &offset) : server.read(bytes, from: &offset)
      if let frame { take(frame, at: moment) }
    }
  }

  package mutating func skip(_ count: Int64, from role: Role, at moment: Moment) {
    let frame = role == .client ? client.skip(count) : server.skip(count)
    if let frame { take(frame, at: moment) }
  }

  package mutating func close(_ role: Role, at moment: Moment) {}

  package mutating func finish(at moment: Moment) {
    giveUp(pending.removeAll())
    if session != SMBSession() { finished.append(session) }
    session = SMBSession()
  }

  private mutating func take(_ frame: SMBFrameReader.Frame, at moment: Moment) {
    let head = frame.head.span.bytes
    guard frame.type == 0 else {
      if frame.type == 0x81 { takeSessionRequest(head) }
      return
    }
    session.messages &+= 1
    switch try? SMBFrame(parsing: head) {
    case .messages(let messages): for message in messages { take(message, at: moment) }
    case .encrypted: session.encryptedMessages &+= 1
    case .compressed: session.compressedMessages &+= 1
    case nil: session.malformedMessages &+= 1
    }
  }

  private mutating func takeSessionRequest(_ head: RawSpan) {
    var reader = ByteReader(head)
    session.calledName = try? NetBIOSName(&reader)
    session.callingName = try? NetBIOSName(&reader)
  }

  private mutating func take(_ message: SMBMessage, at moment: Moment) {
    giveUp(pending.expire(at: moment.time))
    if message.isResponse {
      respond(message, at: moment)
    } else {
      ask(message, at: moment)
    }
  }

  mutating func giveUp(_ requests: [Request]) {
    session.unanswered &+= Int64(requests.count)
  }
}
