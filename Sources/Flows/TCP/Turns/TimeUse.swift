/// What the time of a connection can be spent on, in the order in which it mostly comes.
package enum TimeUse: UInt8, CaseIterable, Sendable {
  /// From the first packet to the ACK that completes TCP's handshake.
  case handshake
  /// From the ClientHello to the second Finished; only where TLS is read.
  case tlsHandshake
  /// The server had nothing to answer, and the client soon asked again.
  case clientThink
  /// The request was under way: its segments, and one crossing of the path.
  case requestTransfer
  /// The request had arrived, and the answer had not left.
  case serverThink
  /// The answer was under way: its segments, and one crossing of the path.
  case responseTransfer
  /// Nobody owed anything that the capture shows.
  case idle
  /// The client spoke last, and nothing came back.
  case unanswered
  /// From the first FIN or RST, or the last data behind it, to the last packet.
  case close
}
