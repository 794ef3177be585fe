internal import Flows

extension JSONWriter {
  /// Writes what TCP did; `null` for other transports.
  mutating func write(tcp flow: borrowing FlowRecord) {
    guard flow.tcp != nil else { return null("tcp") }
    beginObject("tcp")
    if let tcp = flow.tcp {
      field("partial", tcp.isPartial)
      field("refused", tcp.isRefused)
      field("simultaneous_open", tcp.isSimultaneousOpen)
      field("port_reuse", tcp.portReuse?.name)
      field("mirror_of", tcp.mirrorOf)
      field("ecn_negotiated", tcp.ecnNegotiated)
      field("resets_out_of_window", tcp.resetsOutOfWindow)
      field("resets_suspicious", tcp.resetsSuspicious)
      quoted("zeek_state") { $0.put(tcp.zeekState.name) }
      quoted("zeek_history") { $0.put(tcp.zeekHistory) }
      write("handshake", tcp.handshake)
      write("stages", tcp.stages)
      write("time_spent", tcp.timeSpent)
      write("originator", tcp.originator)
      write("responder", tcp.responder)
    }
    endObject()
  }

  private mutating func write(_ key: StaticString, _ handshake: HandshakeTimes) {
    beginObject(key)
    field("syn_to_syn_ack_ns", handshake.synToSynAck)
    field("syn_ack_to_ack_ns", handshake.synAckToAck)
    field("round_trip_ns", handshake.roundTrip)
    field("ambiguous", handshake.isAmbiguous)
    field("syn_to_reset_ns", handshake.synToReset)
    endObject()
  }

  private mutating func write(_ key: StaticString, _ stages: StageTimes) {
    beginObject(key)
    field("syn_ns", stages.syn)
    field("syn_ack_ns", stages.synAck)
    field("ack_ns", stages.ack)
    field("request_ns", stages.request)
    field("request_acked_ns", stages.requestAcked)
    field("response_ns", stages.response)
    field("client_delay_ns", stages.clientDelay)
    field("request_to_ack_ns", stages.requestToAck)
    field("server_delay_ns", stages.serverDelay)
    endObject()
  }

  private mutating func write(_ key: StaticString, _ spent: TimeSpent?) {
    guard let spent else { return null(key) }
    beginObject(key)
    field("handshake_ns", spent[.handshake])
    field("tls_handshake_ns", spent[.tlsHandshake])
    field("client_think_ns", spent[.clientThink])
    field("request_transfer_ns", spent[.requestTransfer])
    field("request_loss_stall_ns", spent.requestStalls.loss)
    field("request_window_stall_ns", spent.requestStalls.closedWindow)
    field("server_think_ns", spent[.serverThink])
    field("response_transfer_ns", spent[.responseTransfer])
    field("response_loss_stall_ns", spent.responseStalls.loss)
    field("response_window_stall_ns", spent.responseStalls.closedWindow)
    field("idle_ns", spent[.idle])
    field("unanswered_ns", spent[.unanswered])
    field("close_ns", spent[.close])
    field("answers", spent.answers)
    endObject()
  }
}
