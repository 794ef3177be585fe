/// What both ends of an SSH connection say before it is encrypted (RFC 4253).
package struct SSHSession: Equatable, Sendable {
  package var client = SSHSide()
  package var server = SSHSide()
  /// When the first side switched to encryption.
  package var encrypted: Moment?

  package init() {}

  /// What the two agree on: of each list the client's first that the server has too (RFC 4253 §7.1).
  package var agreed: SSHAgreement? {
    guard let client = client.proposal, let server = server.proposal else { return nil }
    return SSHAgreement(client, server)
  }
}

/// What one end says.
package struct SSHSide: Equatable, Sendable {
  /// Its identification without the line's end, as `SSH-2.0-OpenSSH_9.6` (RFC 4253 §4.2).
  package var version: String?
  package var versionMoment: Moment?
  package var proposal: SSHProposal?
  package var proposalMoment: Moment?

  package init() {}
}

/// The algorithms that a connection uses.
package struct SSHAgreement: Equatable, Sendable {
  package var keyExchange: String?
  package var hostKey: String?
  /// From client to server; the other direction may differ.
  package var encryption: String?
  /// `nil` where the cipher authenticates by itself and none is agreed on.
  package var mac: String?
  package var compression: String?

  init(_ client: SSHProposal, _ server: SSHProposal) {
    func first(_ list: KeyPath<SSHProposal, [String]>) -> String? {
      client[keyPath: list].first { server[keyPath: list].contains($0) }
    }
    keyExchange = first(\.keyExchange)
    hostKey = first(\.hostKey)
    encryption = first(\.encryptionToServer)
    mac = first(\.macToServer)
    compression = first(\.compressionToServer)
  }
}
