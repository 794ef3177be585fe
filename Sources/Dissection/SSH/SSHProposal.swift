import Crypto

/// The lists of an SSH_MSG_KEXINIT, in the order of preference (RFC 4253 §7.1).
package struct SSHProposal: Equatable, Sendable {
  package var keyExchange: [String]
  package var hostKey: [String]
  package var encryptionToServer: [String]
  package var encryptionToClient: [String]
  package var macToServer: [String]
  package var macToClient: [String]
  package var compressionToServer: [String]
  package var compressionToClient: [String]

  /// Reads the message, without its number.
  package init(parsing bytes: RawSpan) throws(DissectionError) {
    var reader = ByteReader(bytes)
    // The cookie.
    try reader.skip(16)
    keyExchange = try Self.readList(&reader)
    hostKey = try Self.readList(&reader)
    encryptionToServer = try Self.readList(&reader)
    encryptionToClient = try Self.readList(&reader)
    macToServer = try Self.readList(&reader)
    macToClient = try Self.readList(&reader)
    compressionToServer = try Self.readList(&reader)
    compressionToClient = try Self.readList(&reader)
  }

  /// Who sends such a proposal, where a name in it tells (RFC 8308 §2.1, OpenSSH's PROTOCOL).
  var sender: Role? {
    for name in keyExchange {
      if name == "ext-info-c" || name.hasPrefix("kex-strict-c") { return .client }
      if name == "ext-info-s" || name.hasPrefix("kex-strict-s") { return .server }
    }
    return nil
  }

  /// HASSH: the fingerprint of a client by what it offers, or of a server (Salesforce, as Wireshark
  /// computes it).
  package func fingerprint(of role: Role) -> String {
    let lists =
      role == .client
      ? [keyExchange, encryptionToServer, macToServer, compressionToServer]
      : [keyExchange, encryptionToClient, macToClient, compressionToClient]
    let text = lists.map { $0.joined(separator: ",") }.joined(separator: ";")
    return Insecure.MD5.hash(data: Array(text.utf8)).hexadecimalText
  }

  private static func readList(_ reader: inout ByteReader) throws(DissectionError) -> [String] {
    let length = Int(try reader.readUInt32())
    let text = String(decoding: try reader.readBytes(length))
    return text.split(separator: ",").map(String.init)
  }
}
