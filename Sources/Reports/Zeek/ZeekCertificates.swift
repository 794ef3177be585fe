internal import Dissection

/// The certificates that have a line in `x509.log` already.
struct ZeekCertificates {
  /// Certificates that are remembered; those beyond it get a line each time.
  static let rememberedLimit = 65_536
  /// Nanoseconds after which a certificate gets another line: Zeek's day.
  static let lifetime: Int64 = 86_400_000_000_000

  private struct Key: Hashable {
    var fingerprint: [UInt8]
    var isHost: Bool
    var isClient: Bool
  }

  private var lines: [Key: Int64] = [:]

  /// The lines of the certificates that a session showed.
  mutating func rows(of session: TLSSession, at time: Int64) -> [X509LogRow] {
    rows(of: session.serverCertificates, isClient: false, at: time)
      + rows(of: session.clientCertificates, isClient: true, at: time)
  }

  private mutating func rows(
    of chain: [TLSCertificate],
    isClient: Bool,
    at time: Int64
  ) -> [X509LogRow] {
    var rows: [X509LogRow] = []
    for (index, entry) in chain.enumerated() {
      guard let certificate = entry.certificate else { continue }
      let key = Key(fingerprint: certificate.sha256, isHost: index == 0, isClient: isClient)
      if let last = lines[key], time &- last < Self.lifetime { continue }
      if lines[key] != nil || lines.count < Self.rememberedLimit { lines[key] = time }
      rows.append(
        X509LogRow(
          time: time,
          certificate: certificate,
          isHost: index == 0,
          isClient: isClient
        )
      )
    }
    return rows
  }
}
