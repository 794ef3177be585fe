extension FindingCause {
  private static let loss: [FindingKind] = [
    .packetLoss, .retransmissionStorm, .spuriousRetransmissions, .reordering,
  ]
  private static let delay: [FindingKind] = [.highRTT, .jitter, .bufferbloat]
  private static let ends: [FindingKind] = [
    .zeroWindow, .receiverWindowLimited, .slowServer, .slowClient,
  ]
  private static let openings: [FindingKind] = [.connectionRefused, .connectionUnanswered]

  /// What explains what; a cause comes before what its consequences would cause in turn.
  package static let all: [FindingCause] = [
    // What the capture does to its packets was not done by the network.
    FindingCause(
      .oneWayCapture,
      explains: loss + delay + ends + [
        .mtuBlackHole, .lossyCapture, .connectionUnanswered, .injectedReset,
      ],
      in: .flow,
      because: "Without the other direction neither loss nor delay nor windows can be told."
    ),
    FindingCause(
      .oneWayCapture,
      explains: [
        .connectionUnanswered, .synFlood, .portScan, .hostSweep, .unansweredDNS, .unansweredDHCP,
      ],
      in: .silence,
      because: "Answers that were not captured look like answers that were not given."
    ),
    FindingCause(
      .lossyCapture,
      explains: loss,
      in: .flow,
      because: "Segments that the capture lacks were not lost by the network."
    ),
    // The strongest name for what the path does.
    FindingCause(
      .mtuBlackHole,
      explains: loss + delay + ends,
      in: .flow,
      because: "Large segments are sent again and again because they never pass."
    ),
    FindingCause(
      .retransmissionStorm,
      explains: loss.filter { $0 != .retransmissionStorm } + delay + ends,
      in: .flow,
      because: "A storm is loss that has become worse, and its time-outs delay everything."
    ),
    FindingCause(
      .mtuBlackHole,
      explains: loss,
      in: .server,
      because: "What is lost at the same service is the same large segments."
    ),
    FindingCause(
      .retransmissionStorm,
      explains: [.packetLoss],
      in: .server,
      because: "Connections of the same service that lost less lost it in the same place."
    ),
    FindingCause(
      .packetLoss,
      explains: [.jitter, .spuriousRetransmissions],
      in: .flow,
      because: "Waiting for lost segments delays the others and leads to needless repeats."
    ),
    FindingCause(
      .spuriousRetransmissions,
      explains: delay,
      in: .flow,
      because: "The delays that set off the timers are those that the finding tells of."
    ),
    FindingCause(
      .reordering,
      explains: [.jitter, .spuriousRetransmissions],
      in: .flow,
      because: "Overtaken segments are taken for lost ones and sent again without need."
    ),
    FindingCause(
      .bufferbloat,
      explains: [.highRTT, .jitter, .slowServer, .slowClient],
      in: .flow,
      because: "The queue that fills is what delays, answers too."
    ),
    FindingCause(
      .highRTT,
      explains: [.slowServer, .slowClient, .jitter],
      in: .flow,
      because: "A long path delays answers; the ends are quick."
    ),
    // The ends.
    FindingCause(
      .zeroWindow,
      explains: [
        .receiverWindowLimited, .bufferbloat, .highRTT, .jitter, .slowServer, .slowClient,
        .spuriousRetransmissions,
      ],
      in: .flow,
      because: "A closed window stops everything until its owner reads again."
    ),
    FindingCause(
      .receiverWindowLimited,
      explains: [.bufferbloat, .jitter],
      in: .flow,
      because: "A sender that waits for the window does not fill queues."
    ),
    FindingCause(
      .slowServer,
      explains: [.slowResponse],
      in: .server,
      because: "Where most answers of a server are slow, single ones are nothing of their own."
    ),
    FindingCause(
      .injectedReset,
      explains: [.connectionRefused],
      in: .flow,
      because: "Who forges the reset refuses in the server's name."
    ),
    // Intruders.
    FindingCause(
      .portScan,
      explains: openings,
      in: .client,
      because: "Who tries every port meets closed ones."
    ),
    FindingCause(
      .hostSweep,
      explains: openings,
      in: .client,
      because: "Who tries every host meets those that are not there."
    ),
    FindingCause(
      .synFlood,
      explains: openings + [.slowServer, .highRTT],
      in: .server,
      because: "A server whose queue of half-open connections is full answers no more."
    ),
  ]
}
