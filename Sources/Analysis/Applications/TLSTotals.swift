package import Dissection
import Flows

/// Connections of TLS.
package struct TLSTotals: Mergeable {
  package private(set) var sessions: UInt64 = 0
  package private(set) var established: UInt64 = 0
  /// Those that went on from an earlier one.
  package private(set) var resumed: UInt64 = 0
  /// Those with an alert that is no goodbye.
  package private(set) var alerted: UInt64 = 0
  package private(set) var versions = HeavyHitters<TLSVersion, CountBin>.words
  package private(set) var cipherSuites = HeavyHitters<CipherSuite, CountBin>.words
  package private(set) var alerts = HeavyHitters<String, CountBin>.words
  /// From the ClientHello to the second Finished.
  package private(set) var handshakes = DurationHistogram()
  package private(set) var serverNames = HeavyHitters<String, HandshakeTally>(
    limit: ApplicationTotals.limit
  )

  package init() {}

  mutating func add(_ session: borrowing TLSSession, name: String?, server: Endpoint) {
    sessions += 1
    if session.isEstablished { established += 1 }
    if session.resumption != nil { resumed += 1 }
    versions.count(session.version)
    cipherSuites.count(session.cipherSuite)
    let failures = session.alerts.lazy.compactMap(\.description).filter { $0 != .closeNotify }
    for alert in failures { alerts.count("\(alert)") }
    if !failures.isEmpty { alerted += 1 }
    if let time = session.moments.handshakeNanoseconds { handshakes.add(time) }
    guard session.clientHello != nil else { return }
    serverNames.count(
      name,
      server,
      isEstablished: session.isEstablished,
      isFailure: !failures.isEmpty,
      session.moments.handshakeNanoseconds
    )
  }

  package mutating func merge(_ other: TLSTotals) {
    sessions += other.sessions
    established += other.established
    resumed += other.resumed
    alerted += other.alerted
    versions.merge(other.versions)
    cipherSuites.merge(other.cipherSuites)
    alerts.merge(other.alerts)
    handshakes.merge(other.handshakes)
    serverNames.merge(other.serverNames)
  }
}

/// Handshakes with one server.
package struct HandshakeTally: Mergeable {
  package var connections: UInt64 = 0
  package var established: UInt64 = 0
  package var failures: UInt64 = 0
  package var times = DurationBin()

  package init() {}

  package mutating func merge(_ other: HandshakeTally) {
    connections += other.connections
    established += other.established
    failures += other.failures
    times.merge(other.times)
  }
}

extension HeavyHitters where Key == String, Tally == HandshakeTally {
  /// Counts a handshake with a server, by the name that the client gave or by its address.
  mutating func count(
    _ name: String?,
    _ server: Endpoint,
    isEstablished: Bool,
    isFailure: Bool,
    _ time: Int64?
  ) {
    add(name ?? "\(server.address)", weight: 1) { tally in
      tally.connections += 1
      if isEstablished { tally.established += 1 }
      if isFailure { tally.failures += 1 }
      if let time { tally.times.add(time) }
    }
  }
}
