import Crypto

/// The keys of both sides' Initial packets, which everybody can derive (RFC 9001 §5.2).
struct QUICInitialSecrets: Sendable {
  let version: QUICVersion
  /// The destination connection id of the client's first Initial that they come from.
  let connectionID: [UInt8]
  let client: QUICKeys
  let server: QUICKeys

  init(version: QUICVersion, connectionID: [UInt8]) {
    self.version = version
    self.connectionID = connectionID
    let initial = HKDF<SHA256>.extract(
      inputKeyMaterial: SymmetricKey(data: connectionID),
      salt: version.initialSalt
    )
    let secret = SymmetricKey(data: initial)
    client = QUICKeys(
      secret: QUICKeys.expand(secret, label: "client in", count: 32),
      version: version
    )
    server = QUICKeys(
      secret: QUICKeys.expand(secret, label: "server in", count: 32),
      version: version
    )
  }

  /// The keys of what a side sends.
  func keys(of role: Role) -> QUICKeys { role == .client ? client : server }
}
