/// One TLS connection as far as it can be seen without its keys.
package struct TLSSession: Equatable, Sendable {
  /// What one side sent.
  package struct Direction: Equatable, Sendable {
    /// Version in the header of its first record.
    package var recordVersion: TLSVersion?
    package var records: UInt64 = 0
    /// Bytes in its records of application data, without their headers.
    package var applicationBytes: UInt64 = 0
    /// Bytes of its stream that were never captured.
    package var missingBytes: UInt64 = 0
    /// Bytes that were no records.
    package var strayBytes: UInt64 = 0
  }

  /// What few sessions have.
  private struct Rarity: Equatable, Sendable {
    var secondClientHello: ClientHello?
    var helloRetryRequest: ServerHello?
    var clientCertificates: [TLSCertificate] = []
  }

  package var clientHello: ClientHello?
  package var serverHello: ServerHello?
  /// The curve or group of the key exchange, where it is visible.
  package var group: NamedGroup?
  /// The server's chain, its own certificate first; empty where encrypted or not captured.
  package var serverCertificates: [TLSCertificate] = []
  /// Certificates beyond ``TLSLimits/certificates``.
  package var certificatesDropped = 0
  package var resumption: TLSResumption?
  package var alerts: [TLSAlert] = []
  /// Alerts beyond ``TLSLimits/alerts``.
  package var alertsDropped = 0
  /// What came in the clear until both sides had finished; the first ``TLSLimits/steps``.
  package var steps: [TLSStep] = []
  /// Handshake messages that are not among ``steps``.
  package var messagesDropped = 0
  /// Handshake messages that were not read whole: gaps, bounds.
  package var messagesCut = 0
  package var moments = TLSMoments()
  package var client = Direction()
  package var server = Direction()
  private var rarity = SetApart<Rarity>()

  package init() {}

  /// The client's answer to ``helloRetryRequest``.
  package var secondClientHello: ClientHello? {
    get { rarity.value?.secondClientHello }
    set { rarity.change(from: Rarity()) { $0.secondClientHello = newValue } }
  }

  package var helloRetryRequest: ServerHello? {
    get { rarity.value?.helloRetryRequest }
    set { rarity.change(from: Rarity()) { $0.helloRetryRequest = newValue } }
  }

  package var clientCertificates: [TLSCertificate] {
    get { rarity.value?.clientCertificates ?? [] }
    set { rarity.change(from: Rarity()) { $0.clientCertificates = newValue } }
  }

  /// Handshake messages among ``steps``.
  package var messages: LazyFilterSequence<[TLSStep]> {
    steps.lazy.filter { $0.kind.messageType != nil }
  }

  /// The version that was agreed on; `nil` before a ServerHello.
  package var version: TLSVersion? { serverHello?.version ?? helloRetryRequest?.version }

  package var cipherSuite: CipherSuite? { serverHello?.cipherSuite }

  /// The host that the client asked for.
  package var serverName: String? { clientHello?.serverName }

  /// The protocol that ALPN chose, where that is not encrypted.
  package var applicationProtocol: String? {
    serverHello?.applicationProtocol.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether both sides finished their handshake, as far as can be seen.
  package var isEstablished: Bool { moments.handshakeEnd != nil }

  mutating func change(_ role: Role, _ body: (inout Direction) -> Void) {
    switch role {
    case .client: body(&client)
    case .server: body(&server)
    }
  }
}
