package import Flows

extension StageVerdict {
  /// The verdict on a connection's first request, or `nil` unless its handshake, request and answer
  /// were captured.
  ///
  /// Where the answer itself acknowledges the request, network and server cannot be told apart by
  /// the acknowledgment: `requestToAck` is then `nil`, and `server` counts from the request.
  /// Of a request that went on after its first acknowledgment, `server` counts from the end, less
  /// the `roundTrip` that its data took at last.
  package init?(stages: StageTimes, handshake: HandshakeTimes, roundTrip: Int64 = 0) {
    guard let request = stages.request, let response = stages.response,
      let synToSynAck = handshake.synToSynAck
        ?? StageTimes.interval(stages.syn, stages.synAck)
    else { return nil }
    self.synToSynAck = synToSynAck
    synAckToAck = handshake.synAckToAck ?? StageTimes.interval(stages.synAck, stages.ack)
    client = stages.clientDelay
    if let acked = stages.requestAcked, acked < response {
      requestToAck = StageTimes.interval(request, acked)
      var asked = acked
      if let end = stages.requestEnd, end > acked { asked = min(response, end &+ roundTrip) }
      server = StageTimes.interval(asked, response)
    } else {
      server = StageTimes.interval(request, response)
    }
    culprit = .normal
    let slowest = slowestStage
    if slowest.time >= AssessmentThresholds.slowStage { culprit = slowest.culprit }
  }

  /// The time of the slowest of the three: path, client, server.
  package var slowestTime: Int64 { slowestStage.time }

  private var slowestStage: (culprit: Culprit, time: Int64) {
    let path = max(synToSynAck ?? 0, synAckToAck ?? 0, requestToAck ?? 0)
    // An answer that carries the acknowledgment has crossed the path as well.
    let crossing = requestToAck == nil ? (synToSynAck ?? 0) : 0
    let answer = max(0, (server ?? 0) &- crossing)
    let wait = client ?? 0
    if path >= wait, path >= answer { return (.networkPath, path) }
    return answer >= wait ? (.server, answer) : (.client, wait)
  }
}
