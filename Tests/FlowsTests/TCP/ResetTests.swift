import Testing

@testable import Flows

/// Which resets end a connection, and which are suspicious.
struct ResetTests {
  @Test(arguments: cases)
  func resetIsJudgedByItsNumbers(_ story: EventCase) {
    #expect(Story(story.packets).log == story.log)
  }

  private static let cases: [EventCase] = [
    .connected("at the next byte it is accepted", [.client(1, ack: nil, .rst)], "4 reset"),
    .connected("inside the window too", [.server(501, ack: nil, .rst)], "4 reset"),
    .connected(
      "beyond the window it is not",
      [.client(5001, ack: nil, .rst)],
      "4 rst_out_of_window"
    ),
    .connected(
      "nor before it",
      [.client(1, 100), .server(ack: 101), .client(50, ack: nil, .rst)],
      "6 rst_out_of_window"
    ),
    EventCase(
      "the answer to a SYN is a refusal",
      [.syn(), .server(0, ack: 1, .rst)],
      "2 connection_refused"
    ),
    EventCase(
      "unless it acknowledges something else",
      [.syn(), .server(0, ack: 77, .rst)],
      "2 rst_out_of_window"
    ),
    .connected(
      "data after a reset from the same side is odd",
      [.client(1, ack: nil, .rst), .client(1, 100)],
      "4 reset",
      "5 data_after_reset"
    ),
    .connected(
      "a reset from another distance was likely forged",
      [.client(1, ack: nil, .rst).hopLimit(45)],
      "4 rst_suspicious",
      "4 reset"
    ),
    .connected(
      "a hop limit that stacks start with is not suspicious",
      [.client(1, ack: nil, .rst).hopLimit(64)],
      "4 reset"
    ),
  ]

  @Test func onlyAcceptedResetsEndTheConnection() {
    let accepted = Story(Told.handshake + [.client(1, ack: nil, .rst)])
    #expect(accepted.flows.first?.ending == .reset)
    #expect(accepted.tcp.originator.resets == 1)
    let ignored = Story(Told.handshake + [.client(5001, ack: nil, .rst)])
    #expect(ignored.flows.first?.ending == .endOfCapture)
    #expect(ignored.tcp.resetsOutOfWindow == 1)
    #expect(ignored.tcp.originator.finalState == .established)
  }
}
