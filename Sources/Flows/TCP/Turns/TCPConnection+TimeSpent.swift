import Packets

extension TCPConnection {
  /// Where the time from `first` to `last` went; `nil` unless both sides were captured and one sent
  /// data.
  func timeSpent(from first: Int64, to last: Int64) -> TimeSpent? {
    let turns = progress.turns
    let (duration, isAbsurd) = last.subtractingReportingOverflow(first)
    guard let speaker = turns.speaker, let opener = turns.opener, !isAbsurd, duration >= 0,
      originator.hasSent, responder.hasSent
    else { return nil }
    var spent = TimeSpent()
    spent.answers = turns.responderReplies.count
    spent[.clientThink] = turns.clientThink
    spent[.serverThink] = turns.serverThink
    spent[.idle] = turns.idle
    addOpening(to: &spent, first: first, opener: opener)
    let ending = addLastTurn(to: &spent, last: last, speaker: speaker)
    spent[.close] = last &- ending
    return spent
  }

  /// Adds the time before the first data.
  private func addOpening(to spent: inout TimeSpent, first: Int64, opener: FlowDirection) {
    let stages = progress.stages
    let opened = max(first, progress.turns.opened)
    guard let completed = stages.ack ?? stages.synAck ?? stages.syn else {
      spent[.idle] &+= opened &- first
      return
    }
    let established = min(max(completed, first), opened)
    spent[.handshake] = established &- first
    let silence = opened &- established
    guard opener == .responder else {
      spent[.clientThink] &+= silence
      return
    }
    // The ACK travels to the server before it may speak; a request would come along with it.
    let crossing = progress.crossing(to: .responder, smallest: originator.rtt.smallest)
    let crossed = min(silence, crossing)
    spent[.responseTransfer] &+= crossed
    spent[.serverThink] &+= silence &- crossed
  }

  /// Adds the time from the last change of turns to the close, and the sums of the transfers;
  /// returns where the close begins.
  private func addLastTurn(
    to spent: inout TimeSpent,
    last: Int64,
    speaker: FlowDirection
  ) -> Int64 {
    let sender = speaker == .originator ? originator : responder
    let receiver = speaker == .originator ? responder : originator
    var turns = progress.turns
    let spoken = min(max(sender.lastData, turns.accounted), last)
    let closing = firstClose.map { min(max($0, spoken), last) } ?? last
    let crossing = progress.crossing(to: speaker.reversed, smallest: sender.rtt.smallest)
    let arrived = min(spoken &+ crossing, closing)
    let silence = closing &- arrived
    let isLost = sender.recoveryPoint >= 0 && sender.acknowledged < sender.dataEnd
    let isStuck = isLost || receiver.isWindowClosed
    turns.finish(
      at: arrived,
      stuck: isStuck ? silence : 0,
      isClosed: receiver.isWindowClosed,
      stalls: TurnMeter.Stalls(of: sender, to: receiver, at: arrived)
    )
    if !isStuck { spent[speaker == .originator ? .unanswered : .idle] &+= silence }
    spent[.requestTransfer] &+= turns.request.time
    spent[.responseTransfer] &+= turns.response.time
    spent.requestStalls = TimeSpent.Stalls(turns.request)
    spent.responseStalls = TimeSpent.Stalls(turns.response)
    return closing
  }

  /// When the first FIN, or the RST that ended it, was captured.
  private var firstClose: Int64? {
    let fin = progress.turns.closing
    guard progress.isReset, progress.closedAt != .min else { return fin == .min ? nil : fin }
    return fin == .min ? progress.closedAt : min(fin, progress.closedAt)
  }
}

extension TimeSpent.Stalls {
  fileprivate init(_ transfer: TurnMeter.Transfer) {
    loss = transfer.loss
    closedWindow = transfer.closedWindow
  }
}
