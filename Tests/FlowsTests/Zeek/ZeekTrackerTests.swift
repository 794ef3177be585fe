import Flows
import Testing

/// `history` and `conn_state` of hand-made connections against what Zeek's rules make of them.
struct ZeekTrackerTests {
  struct Scenario: CustomTestStringConvertible {
    var name: String
    var packets: String
    var history: String
    var state: String

    init(_ name: String, _ packets: String, _ history: String, _ state: String) {
      self.name = name
      self.packets = packets
      self.history = history
      self.state = state
    }

    var testDescription: String { name }
  }

  /// A three-way handshake: the client's next number is 101, the server's 501.
  private static let handshake = "> S 100; < SA 500 a101; > A 101 a501;"

  private static let openings: [Scenario] = [
    Scenario("a SYN without an answer", "> S 100 x3", "S", "S0"),
    Scenario("a refused SYN", "> S 100; < RA 0 a101", "Sr", "REJ"),
    Scenario("a SYN and then a RST", "> S 100; > R 101", "SR", "RSTOS0"),
    Scenario("a SYN and then a FIN", "> S 100; > F 101", "SF", "SH"),
    Scenario("a scan that resets the SYN-ACK", "> S 100; < SA 500 a101; > R 101", "ShR", "RSTO"),
    Scenario("an open connection", handshake, "ShA", "S1"),
    Scenario("an ACK before the SYN-ACK", "> S 100; < A 500 a101; < SA 500 a101", "Sah", "S1"),
    Scenario("SYNs that cross", "> S 100; < S 500; > SA 100 a501", "Ss", "S1"),
    Scenario("the SYN was not captured", "< SA 500 a101; > A 101 a501", "^hA", "S1"),
    Scenario("SYN and SYN-ACK swapped", "< SA 500 a101; > S 100; > A 101 a501", "^hSA", "S1"),
    Scenario("only the client's side", "> S 100; > A 101 a501; > P 101 l9; > F 110", "SADF", "SH"),
    Scenario("SYN with FIN", "> SF 100", "Q", "SH"),
    Scenario("FIN with RST", "> FR 100", "I", "OTH"),
  ]

  private static let closings: [Scenario] = [
    Scenario(
      "an ordinary connection",
      handshake + """
        > PA 101 a501 l10; < A 501 a111; < PA 501 a111 l20; > A 111 a521
        > FA 111 a521; < FA 521 a112; > A 112 a522
        """,
      "ShADadFf",
      "SF"
    ),
    Scenario("the originator has closed", handshake + "> FA 101 a501", "ShAF", "S2"),
    Scenario("the responder has closed", handshake + "< FA 501 a101", "ShAf", "S3"),
    Scenario("a FIN sent again", handshake + "> FA 101 a501 x4", "ShAF", "S2"),
    Scenario("FINs of two numbers", handshake + "> FA 101 a501; > FA 101 a501 l5", "ShAFF", "S2"),
    Scenario("the originator resets", handshake + "> R 101", "ShAR", "RSTO"),
    Scenario("the responder resets", handshake + "< R 501", "ShAr", "RSTR"),
    Scenario("RSTs of two numbers", handshake + "> R 101; > R 105", "ShARR", "RSTO"),
    Scenario("both reset without data", handshake + "> R 101; < R 501", "ShARr", "REJ"),
    Scenario(
      "a RST after both FINs is no reset",
      handshake + "> FA 101 a501; < FA 501 a102; > R 102",
      "ShAFfR",
      "SF"
    ),
    Scenario(
      "FIN and RST of one side, then FIN of the other",
      handshake + "> FA 101 a501; > R 102; < FA 501 a102",
      "ShAFRf",
      "SF"
    ),
  ]

  private static let midstream: [Scenario] = [
    Scenario("data both ways", "> PA 101 a501 l10; < PA 501 a111 l10", "Dd", "OTH"),
    Scenario("a FIN of the server", "< FA 501 a101; > A 101 a502", "^fA", "SHR"),
    Scenario("a RST of the server", "< R 501", "^r", "RSTRH"),
    Scenario("a RST of the client", "> R 101", "R", "OTH"),
    Scenario("uncaptured bytes are no gap", "> PA 101 a501 l10; < A 501 a131", "Da", "OTH"),
  ]

  private static let troubles: [Scenario] = [
    Scenario("payload twice", handshake + "> PA 101 a501 l10 x2", "ShADT", "S1"),
    Scenario("letters at 1, 10, 100", handshake + "> PA 101 a501 l10 x101", "ShADTTT", "S1"),
    Scenario("not quite 10", handshake + "> PA 101 a501 l10 x10", "ShADT", "S1"),
    Scenario(
      "reordered payload counts",
      handshake + "> PA 111 a501 l10; > PA 101 a501 l10",
      "ShADT",
      "S1"
    ),
    Scenario(
      "a gap inside the data",
      handshake + "> PA 101 a501 l10; > PA 121 a501 l10; < A 501 a131; < A 501 a131",
      "ShADaG",
      "S1"
    ),
    Scenario(
      "a gap after the data",
      handshake + "> PA 101 a501 l10; < A 501 a131; < A 501 a131",
      "ShADaG",
      "S1"
    ),
    Scenario(
      "no gap before the acknowledgment",
      handshake + "> PA 101 a501 l10; > PA 121 a501 l10; < A 501 a111",
      "ShADa",
      "S1"
    ),
    Scenario("a FIN is no gap", handshake + "> FA 101 a501; < A 501 a102", "ShAFa", "S2"),
    Scenario("a closed window", handshake + "< A 501 a101 w0; < A 501 a101 w9", "ShAaw", "S1"),
    Scenario("no window after the peer's FIN", handshake + "> FA 101; < A 501 w0", "ShAFa", "S2"),
    Scenario("a bad checksum among others", "> S 100 bad", "CS", "S0"),
    Scenario(
      "a damaged packet is not taken",
      handshake + "> PA 101 l9; > PA 110 l9; > PA 119 l9; > FA 128 bad",
      "ShADC",
      "S1"
    ),
    Scenario(
      "sequence numbers wrap",
      """
      > S 4294967290; < SA 500 a4294967291; > A 4294967291 a501
      > PA 4294967291 a501 l10; > PA 5 a501 l10; < A 501 a15
      """,
      "ShADa",
      "S1"
    ),
  ]

  @Test(arguments: openings + closings + midstream + troubles)
  func followsAConnectionAsZeekDoes(_ scenario: Scenario) throws {
    let summary = try #require(ZeekScript(scenario.packets).summary)
    #expect(summary.zeekHistory.text == scenario.history)
    #expect(summary.zeekState.name == scenario.state)
  }

  @Test func bytesAreCountedBySequenceNumbers() throws {
    let script =
      Self.handshake + "> PA 101 a501 l10; > PA 121 a501 l10; < A 501 a131; > FA 131 a501"
    let summary = try #require(ZeekScript(script).summary)
    #expect(summary.originator.sequenceBytes == 30)
    #expect(summary.originator.missedBytes == 10)
    #expect(summary.responder.sequenceBytes == 0)
  }

  @Test func aSideThatWasNotCapturedHasNoBytes() throws {
    let summary = try #require(
      ZeekScript("> S 100; > A 101 a501; > A 101 a9501; > A 101 a90501").summary
    )
    #expect(summary.responder.sequenceBytes == 0)
  }
}
