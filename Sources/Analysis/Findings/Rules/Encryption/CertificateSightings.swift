import Dissection
import Flows
import Packets

/// The certificates of servers that a rule has something to say about, each with where and when.
struct CertificateSightings: Sendable {
  /// One certificate.
  struct Notes: Sendable {
    var certificate: X509Certificate
    /// Where it was shown, as many as are told apart.
    var servers: Set<Endpoint> = []
    /// The name that clients asked for.
    var serverName: String?
    var sessions: UInt64 = 0
    /// Sessions that were made in spite of it.
    var established: UInt64 = 0
    /// Seconds since the epoch of the first and the last sighting.
    var times: ClosedRange<Int64>
    var evidence = FindingEvidence()
  }

  /// Certificates that are told apart, and servers of one.
  static let certificates = 512
  static let serverLimit = 64

  private var table = SubjectTable<[UInt8], Notes>(limit: certificates)

  init() {}

  var omitted: UInt64 { table.omitted }

  var all: [Notes] { table.all.map(\.notes) }

  /// Takes the server's own certificate of a session, if `isWorthy` of it at the time of capture, in
  /// seconds since the epoch.
  mutating func receive(
    _ exchange: TLSExchange,
    where isWorthy: (X509Certificate, Int64) -> Bool
  ) {
    guard let certificate = exchange.tls.value.serverCertificates.first?.certificate,
      let moment = exchange.tls.value.moments.certificate,
      let seconds = CaptureClock.seconds(moment.time), isWorthy(certificate, seconds)
    else { return }
    let fresh = Notes(certificate: certificate, times: seconds...seconds)
    table.change(certificate.sha256, from: fresh) { notes in
      notes.sessions += 1
      if exchange.tls.value.isEstablished { notes.established += 1 }
      if notes.servers.count < Self.serverLimit { notes.servers.insert(exchange.server) }
      notes.serverName = notes.serverName ?? exchange.tls.value.serverName
      notes.times =
        min(notes.times.lowerBound, seconds)...max(notes.times.upperBound, seconds)
      notes.evidence.add(moment, of: exchange.flow)
    }
  }
}

extension CertificateSightings.Notes {
  /// The server where there is only one, and the name that the certificate is for.
  var subject: FindingSubject {
    guard servers.count == 1, let server = servers.first else { return FindingSubject(name: name) }
    return FindingSubject(
      server: server.address,
      transport: .tcp,
      port: server.port,
      name: name
    )
  }

  /// The host that was asked for, or else the certificate's own name.
  var name: String {
    serverName ?? certificate.subject.commonName ?? certificate.subject.description
  }

  /// Where it was shown, in words.
  var place: String {
    guard servers.count == 1, let server = servers.first else {
      return FindingText.counted(UInt64(servers.count), "server")
    }
    return FindingText.subject(.service(server.address, .tcp, server.port))
  }
}
