/// Reads the beginning of an SSH connection: identifications and key exchange (RFC 4253).
///
/// What follows is encrypted and not looked at. There is one output, when both sides have switched
/// or the flow ends.
package struct SSHDissector: StreamDissector {
  package var finished: [SSHSession] = []
  private var session = SSHSession()
  private var client = SSHReader()
  private var server = SSHReader()
  private var isDone = false

  package init() {}

  /// Whether a side begins with the identification of SSH; both look alike.
  package static func recognise(_ start: RawSpan) -> Recognition {
    guard start.byteCount == 0 || start.byte(at: 0) == UInt8(ascii: "S") else { return .no }
    let bytes = start.extracting(..<min(start.byteCount, 8)).withUnsafeBytes { Array($0) }
    let versions = ["SSH-2.0-", "SSH-1.99", "SSH-1.5-"].map { Array($0.utf8) }
    guard versions.contains(where: { $0.starts(with: bytes) }) else { return .no }
    return bytes.count == 8 ? .yes(.client) : .needsMore
  }

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    guard !isDone else { return }
    switch role {
    case .client: client.read(bytes, into: &session.client, at: moment)
    case .server: server.read(bytes, into: &session.server, at: moment)
    }
    if session.encrypted == nil, client.isEncrypted || server.isEncrypted {
      session.encrypted = moment
    }
    if client.isEnded, server.isEnded { finish(at: moment) }
  }

  package mutating func skip(_ count: Int64, from role: Role, at moment: Moment) {
    if role == .client { client.lose() } else { server.lose() }
  }

  package mutating func close(_ role: Role, at moment: Moment) {}

  package mutating func finish(at moment: Moment) {
    guard !isDone else { return }
    isDone = true
    // Both sides begin alike, so the caller may have taken one for the other.
    if session.client.proposal?.sender == .server || session.server.proposal?.sender == .client {
      swap(&session.client, &session.server)
    }
    if session.client.version != nil || session.server.version != nil {
      finished.append(session)
    }
  }
}
