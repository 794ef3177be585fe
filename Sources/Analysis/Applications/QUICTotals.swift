import Dissection
import Flows

/// Connections of QUIC.
package struct QUICTotals: Mergeable {
  package private(set) var connections: UInt64 = 0
  package private(set) var established: UInt64 = 0
  /// Those whose server asked the client to prove its address first.
  package private(set) var retried: UInt64 = 0
  /// Those that were closed during their handshake.
  package private(set) var closed: UInt64 = 0
  package private(set) var versions = HeavyHitters<String, CountBin>.words
  /// From the client's first Initial to its first packet with the final keys.
  package private(set) var handshakes = DurationHistogram()
  package private(set) var serverNames = HeavyHitters<String, HandshakeTally>(
    limit: ApplicationTotals.limit
  )

  package init() {}

  mutating func add(_ connection: borrowing QUICConnection, name: String?, server: Endpoint) {
    connections += 1
    if connection.isEstablished { established += 1 }
    if connection.moments.retry != nil { retried += 1 }
    if connection.close != nil { closed += 1 }
    versions.count(connection.version?.description)
    if let time = connection.handshakeTime { handshakes.add(time) }
    guard connection.moments.clientInitial != nil else { return }
    serverNames.count(
      name,
      server,
      isEstablished: connection.isEstablished,
      isFailure: connection.close.map { $0.code != 0 } ?? false,
      connection.handshakeTime
    )
  }

  package mutating func merge(_ other: QUICTotals) {
    connections += other.connections
    established += other.established
    retried += other.retried
    closed += other.closed
    versions.merge(other.versions)
    handshakes.merge(other.handshakes)
    serverNames.merge(other.serverNames)
  }
}
