import Dissection
import Flows
import Testing

@testable import Analysis

/// The time of TLS handshakes is set apart from that of requests and responses.
struct TimeSpentTLSTests {
  @Test func handshakesOfGeneratedSessionsAreSetApart() throws {
    let generated = try GeneratedProfile(fault: "healthy-web")
    let sessions = generated.flows.filter { $0.service == "ssl" }
    try #require(sessions.count > 5)
    for flow in sessions {
      let spent = try #require(flow.tcp?.timeSpent)
      #expect(spent.total == flow.duration)
      #expect(spent[.tlsHandshake] > 15_000_000)
      #expect(TimeUse.allCases.allSatisfy { spent[$0] >= 0 })
    }
    for flow in generated.flows where flow.transport == .tcp && flow.service == "http" {
      #expect(flow.tcp?.timeSpent?[.tlsHandshake] == 0)
    }
  }

  /// ClientHello at 0, ServerHello at 50 ms, the client's Finished at 62 ms and the server's at 75: a
  /// path of 10 ms to either side.
  @Test func whatAHandshakeTookIsTakenFromItsParts() {
    var moments = TLSMoments()
    moments.clientHello = Moment(frame: 4, time: 0)
    moments.serverHello = Moment(frame: 5, time: 50_000_000)
    moments.clientFinished = Moment(frame: 6, time: 62_000_000)
    moments.serverFinished = Moment(frame: 7, time: 75_000_000)
    var spent = TimeSpent()
    spent[.handshake] = 20_000_000
    spent[.requestTransfer] = 30_000_000
    spent[.serverThink] = 143_000_000
    spent[.responseTransfer] = 500_000_000
    spent[.clientThink] = 2_000_000
    let total = spent.total
    spent.setApart(moments, crossings: (client: 10_000_000, server: 10_000_000))
    #expect(spent.total == total)
    #expect(spent[.tlsHandshake] == 75_000_000)
    #expect(spent[.requestTransfer] == 10_000_000)
    #expect(spent[.serverThink] == 100_000_000)
    #expect(spent[.responseTransfer] == 490_000_000)
    #expect(spent[.clientThink] == 0)
    #expect(spent[.handshake] == 20_000_000)
  }

  @Test func aHandshakeThatIsLongerThanItsConnectionTakesAllThereIs() {
    var moments = TLSMoments()
    moments.clientHello = Moment(frame: 1, time: 0)
    moments.clientFinished = Moment(frame: 2, time: .max)
    moments.serverFinished = Moment(frame: 3, time: .max)
    var spent = TimeSpent()
    spent[.responseTransfer] = 7
    spent.responseStalls.loss = 5
    spent.setApart(moments, crossings: (client: -1, server: .max))
    #expect(spent[.tlsHandshake] == 7)
    #expect(spent.responseStalls.loss == 0)
    #expect(spent.total == 7)
  }
}
