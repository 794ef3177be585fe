/// An SNMP request and its answer, or a trap, which has none.
package struct SNMPTransaction: Equatable, Sendable {
  /// Which side sent the request or trap.
  package var asker: Role
  package var version: SNMPMessage.Version
  package var community: SNMPCommunity?
  package var userName: String?
  /// nil where it is encrypted.
  package var kind: SNMPProtocolDataUnit.Kind?
  package var id: Int64
  /// Objects asked for or told of.
  package var objects: [String]
  package var request: Moment
  package var lastRequest: Moment
  package var tries = 1
  package var response: Moment?
  package var responseKind: SNMPProtocolDataUnit.Kind?
  package var errorStatus: Int64?

  /// Nanoseconds from the last request to the response.
  package var responseTime: Int64? { response?.nanoseconds(since: lastRequest) }

  /// Asked, and nobody answered.
  package var isUnanswered: Bool { response == nil && (kind?.isRequest ?? true) }
}
