/// Where the time went from the SYN to the first byte of the first answer.
package struct StageVerdict: Sendable, Equatable {
  package var culprit: Culprit
  /// SYN to SYN-ACK: capture point to responder and back.
  package var synToSynAck: Int64?
  /// SYN-ACK to ACK: capture point to originator and back.
  package var synAckToAck: Int64?
  /// ACK to request.
  package var client: Int64?
  /// Request to its acknowledgment.
  package var requestToAck: Int64?
  /// Acknowledgment of the request to the first byte of the answer.
  package var server: Int64?

  /// Who took the time; raw values are the names in every output.
  package enum Culprit: String, CaseIterable, Sendable {
    case normal
    case networkPath = "network_path"
    case client
    case server
  }
}
