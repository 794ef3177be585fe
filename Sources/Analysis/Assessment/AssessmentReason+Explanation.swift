import Flows

extension AssessmentReason {
  /// One sentence in plain words, with the numbers; text, JSON and HTML all use it.
  package var explanation: String {
    switch kind {
    case .refused, .unanswered, .handshakeRetransmissions: openingSentence
    case .loss, .timeouts, .stalled, .spuriousRetransmissions, .reordering: lossSentence
    case .highRTT, .risingRTT, .congestionMarks: delaySentence
    case .zeroWindow, .windowLimited: windowSentence
    case .slowServer, .slowClient, .slowNetwork: stageSentence
    case .reset, .suspiciousReset, .inconsistentOverlap, .badChecksums, .portReuse: oddSentence
    case .oneWay, .missedBytes: captureSentence
    }
  }

  private var openingSentence: String {
    switch kind {
    case .refused:
      "The responder refused the connection: it answered the SYN with a RST after "
        + "\(text(.time)), so the host is up but nothing listens on that port."
    case .unanswered:
      "Nobody answered the SYN (sent \(counted("time")) in \(text(.time))): the host is down, "
        + "or something on the path drops the packets."
    default:
      "The handshake needed \(counted("repeated segment")) (SYN or SYN-ACK), at a second or more "
        + "each: packets were lost or the responder was overloaded."
    }
  }

  private var lossSentence: String {
    switch kind {
    case .loss:
      "\(text(.rate)) of the data segments of the \(side) were lost and sent again "
        + "(\(text(.count)) of \(text(.total)); retransmissions: \(text(.proven)) proven, "
        + "\(text(.inferred)) inferred)."
    case .timeouts:
      "The \(side) waited for its retransmission timer \(counted("time")) before it sent lost "
        + "data again."
    case .stalled:
      "Loss held up the data of the \(side) for \(text(.time)) of \(text(.duration)), in "
        + "\(counted("episode", .episodes))."
    case .spuriousRetransmissions:
      "\(counted("retransmission")) of the \(side) (\(text(.rate)) of its segments) came without "
        + "need: the data had arrived, but its acknowledgment was late or lost."
    default:
      "\(text(.rate)) of the data segments of the \(side) arrived after later ones (up to "
        + "\(text(.time)) late): the path reorders packets."
    }
  }

  private var delaySentence: String {
    switch kind {
    case .highRTT:
      "Between the capture point and the \(otherSide) a round trip takes \(text(.median)) in "
        + "the median (\(text(.minimum)) at best)."
    case .risingRTT:
      "Round trips to the \(otherSide) rose from \(text(.minimum)) to \(text(.p95)) (95th "
        + "percentile): a queue on the path fills up (bufferbloat)."
    default:
      "A congested router marked \(counted("packet")) of the \(side) (ECN)."
    }
  }

  private var windowSentence: String {
    switch kind {
    case .zeroWindow:
      "The \(side) closed its receive window for \(text(.time)) in all "
        + "(\(counted("zero-window segment"))): its application does not read fast enough."
    default:
      "\(text(.rate)) of the segments sent to the \(side) filled its receive window "
        + "(at most \(text(.window))): the window limits the rate, not the network."
    }
  }

  private var stageSentence: String {
    switch kind {
    case .slowServer:
      "The server is slow: it took \(text(.time)) to begin its answer to the first request, "
        + "while the network was quick."
    case .slowClient:
      "The client took \(text(.time)) after the handshake before it sent its first request."
    default:
      "The network path is slow: handshake or acknowledgment of the first request took "
        + "\(text(.time))."
    }
  }

  private var oddSentence: String {
    switch kind {
    case .reset:
      "The \(side) ended the connection with a RST after \(text(.duration)); the responder had "
        + "sent \(text(.bytes))."
    case .suspiciousReset:
      "\(counted("RST segment")) outside the window or unlike the sender's others: something on "
        + "the path may have injected what looks like the peer's."
    case .inconsistentOverlap:
      "\(counted("segment")) with other content than what was sent before in the same place: a "
        + "broken middlebox or an attempt to deceive."
    case .badChecksums:
      "\(counted("packet")) of the \(side) with a wrong checksum (\(text(.rate))): damaged on the "
        + "way."
    default:
      "The connection took the ports of one that was not finished yet."
    }
  }

  private var captureSentence: String {
    switch kind {
    case .oneWay:
      "No packet of the \(side) was captured: loss, delay and windows are known in part only."
    default:
      "\(text(.bytes)) of the \(side) (\(text(.rate))) were acknowledged but not captured: the "
        + "capture has holes, the network may not."
    }
  }

  private var side: String { Self.name(of: direction) }

  private var otherSide: String { Self.name(of: direction?.reversed) }

  private static func name(of direction: FlowDirection?) -> String {
    switch direction {
    case .originator: "originator"
    case .responder: "responder"
    case nil: "connection"
    }
  }

  /// A count with its noun in the right number.
  private func counted(_ noun: String, _ name: Figure.Name = .count) -> String {
    "\(text(name)) \(noun)\(self[name] == .count(1) ? "" : "s")"
  }

  private func text(_ name: Figure.Name) -> String { self[name]?.text ?? "an unknown number" }
}
