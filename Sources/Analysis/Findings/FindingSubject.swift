package import Packets

/// Whom a finding is about: there is one finding for each kind and subject.
///
/// What is nil does not matter to it: all clients of a service, all ports of a host, the capture.
package struct FindingSubject: Hashable, Sendable {
  /// Who asks: the originator of flows.
  package var client: IPAddress?
  /// Who is asked.
  package var server: IPAddress?
  package var transport: TransportKind?
  package var port: UInt16?
  /// What is asked for: a zone, a host name.
  package var name: String?

  package init(
    client: IPAddress? = nil,
    server: IPAddress? = nil,
    transport: TransportKind? = nil,
    port: UInt16? = nil,
    name: String? = nil
  ) {
    self.client = client
    self.server = server
    self.transport = transport
    self.port = port
    self.name = name
  }

  /// What is not nil alone, because rules look subjects up for every transaction.
  package func hash(into hasher: inout Hasher) {
    if let server { hasher.combine(server) }
    if let client { hasher.combine(client) }
    if let port { hasher.combine(port) }
    if let name { hasher.combine(name) }
  }

  /// The capture as a whole.
  package static let capture = FindingSubject()

  /// A service and all who use it.
  package static func service(
    _ server: IPAddress,
    _ transport: TransportKind,
    _ port: UInt16
  ) -> FindingSubject {
    FindingSubject(server: server, transport: transport, port: port)
  }
}
