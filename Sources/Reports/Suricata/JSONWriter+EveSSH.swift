internal import Dissection

extension JSONWriter {
  mutating func writeEve(_ session: SSHSession) {
    beginObject("ssh")
    write("client", session.client.version)
    write("server", session.server.version)
    endObject()
  }

  /// The parts of an identification: `SSH-2.0-OpenSSH_9.6 comment` (RFC 4253 §4.2).
  private mutating func write(_ key: StaticString, _ version: String?) {
    guard let version else { return }
    let line = version.prefix { $0 != " " }
    let parts = line.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return }
    beginObject(key)
    field("proto_version", String(parts[1]))
    field("software_version", String(parts[2]))
    endObject()
  }
}
