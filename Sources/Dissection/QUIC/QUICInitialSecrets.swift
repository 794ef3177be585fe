/// The keys of both sides' Initial packets, which everybody can derive (RFC 9001 §5.2).
///
/// Each side's are made when they are first asked for: most flows never need all.
struct QUICInitialSecrets: Sendable {
  let version: QUICVersion
  /// The destination connection id of the client's first Initial that they come from.
  let connectionID: [UInt8]
  private let derivation: QUICKeyDerivation
  private var client: QUICKeys?
  private var server: QUICKeys?

  init(version: QUICVersion, connectionID: [UInt8]) {
    self.version = version
    self.connectionID = connectionID
    let salt = version == .version2 ? Self.saltOfVersion2 : Self.saltOfVersion1
    derivation = QUICKeyDerivation(key: salt.code(of: connectionID))
  }

  /// The contents of a packet that `role` sent; `nil` where these are not its keys.
  mutating func open(
    _ packet: RawSpan,
    from role: Role,
    numberOffset: Int,
    largest: UInt64?
  ) -> (number: UInt64, contents: [UInt8])? {
    switch role {
    case .client:
      if client == nil { client = keys(Self.clientLabel) }
      return client?.open(packet, numberOffset: numberOffset, largest: largest)
    case .server:
      if server == nil { server = keys(Self.serverLabel) }
      return server?.open(packet, numberOffset: numberOffset, largest: largest)
    }
  }

  private func keys(_ label: [UInt8]) -> QUICKeys {
    QUICKeys(secret: derivation.expand(label, count: 32), version: version)
  }

  private static let saltOfVersion1 = QUICKeyDerivation(key: QUICVersion.version1.initialSalt)
  private static let saltOfVersion2 = QUICKeyDerivation(key: QUICVersion.version2.initialSalt)
  private static let clientLabel = QUICKeyDerivation.label("client in", count: 32)
  private static let serverLabel = QUICKeyDerivation.label("server in", count: 32)
}
