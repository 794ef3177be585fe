import Flows

extension WiresharkComparison {
  /// Why Apus does not say what Wireshark says, by what each says alone.
  static func explanation(_ wireshark: WiresharkFlags, _ apus: Set<FlowEventKind>) -> String {
    if let kind = WiresharkTopic.segmentKinds.intersection(apus).min(by: isBefore),
      let sentence = segmentSentence(kind)
    {
      return sentence
    }
    return acknowledgmentSentence(wireshark, apus)
  }

  private static func isBefore(_ left: FlowEventKind, _ right: FlowEventKind) -> Bool {
    left.rawValue < right.rawValue
  }

  private static func segmentSentence(_ kind: FlowEventKind) -> String? {
    switch kind {
    case .duplicateFrame:
      "The same packet was captured twice within moments (equal in every header field): it was "
        + "sent once, and Wireshark does not tell copies of the capture apart."
    case .retransmission, .retransmissionPartial:
      "Its bytes had been captured before, so it was sent again; Wireshark goes by sequence "
        + "number and timing, not by the bytes seen."
    case .retransmissionOfUncaptured:
      "It fills a hole that the receiver had reported or that is older than a round trip: the "
        + "original was lost before the capture point; Wireshark goes by a fixed 3 ms or the "
        + "initial RTT."
    case .reordered:
      "Its timestamp, IP identification or timing shows that it was sent before the segments that "
        + "overtook it: it came late, it was not sent again."
    case .lateOriginal:
      "It is the original, arriving after its own retransmission."
    case .secondCopyAmbiguous:
      "Two copies were captured of which one is the original; nothing tells which."
    case .holeFillUnknown:
      "It fills a hole, and nothing in the capture tells a late original from a retransmission."
    case .captureGapFill:
      "The receiver had acknowledged these bytes already: the capture was late, not the network."
    case .keepAlive:
      "It is a keep-alive: it repeats the byte before the next one on purpose."
    case .windowProbe:
      "It probes a closed receive window on purpose."
    default: nil
    }
  }

  private static func acknowledgmentSentence(
    _ wireshark: WiresharkFlags,
    _ apus: Set<FlowEventKind>
  ) -> String {
    if apus.contains(.duplicateAck) {
      return "It repeats the highest acknowledgment or brings new SACK information while data is "
        + "outstanding (RFC 5681, RFC 6675); Wireshark 4.0 looks neither at SACK nor at a changed "
        + "window."
    }
    if wireshark.contains(.duplicateAck) {
      return "No data was outstanding, or it does not repeat the highest acknowledgment, so it is "
        + "no duplicate by RFC 5681."
    }
    if !wireshark.isDisjoint(with: [.lostSegment, .ackLostSegment]) || apus.contains(.gap)
      || apus.contains(.ackOfUnseen)
    {
      return "Apus follows every hole of the sequence space, Wireshark only the highest number "
        + "and the first acknowledgment beyond it."
    }
    if !wireshark.isDisjoint(with: [.windowUpdate, .windowFull, .zeroWindow])
      || !apus.isDisjoint(with: [.windowUpdate, .windowFull, .zeroWindow])
    {
      return "Apus compares windows by their scaled right edge and against the highest "
        + "acknowledgment; Wireshark compares with the previous packet."
    }
    if wireshark.contains(.reusedPorts) || apus.contains(.portReuse) {
      return "Apus tells connections apart by VLAN and tunnel and by the state of the earlier "
        + "one; Wireshark by addresses and ports."
    }
    if !wireshark.isDisjoint(with: [.retransmission, .outOfOrder]) {
      return "Apus finds these bytes new, or in a connection of their own (VLAN, tunnel, re-used "
        + "ports)."
    }
    return "The rules differ here; see docs/tcp-analysis.md and docs/wireshark-compatibility.md."
  }
}
