import Packets
import Testing

@testable import Flows

/// A connection of which only the SYN was captured is held as its SYN, and reads like any other.
struct OpeningTests {
  private static func record(of packets: [Told], every step: Int64 = 1_000_000) -> [FlowRecord] {
    var engine = FlowEngine()
    for (index, told) in packets.enumerated() {
      engine.process(
        told.headers(frame: UInt64(index) + 1, nanoseconds: Int64(index + 1) * step)
      )
    }
    var records: [FlowRecord] = []
    while engine.finish() { engine.takeFinished { records.append(contentsOf: $0) } }
    engine.takeFinished { records.append(contentsOf: $0) }
    return records
  }

  @Test func aLoneSynTakesNoConnection() {
    var engine = FlowEngine()
    engine.process(Told.handshake[0].headers(frame: 1, nanoseconds: 1))
    #expect(engine.connections.count == 0)
    #expect(engine.openings.count == 1)
    engine.process(Told.handshake[1].headers(frame: 2, nanoseconds: 2))
    #expect(engine.connections.count == 1)
    #expect(engine.openings.count == 0)
  }

  @Test func aLoneSynIsReportedAsSent() throws {
    let record = try #require(Self.record(of: [Told.handshake[0]]).first)
    let tcp = try #require(record.tcp)
    #expect(tcp.originator.syns == 1)
    #expect(tcp.originator.finalState == .synSent)
    #expect(record.forward.packets == 1)
    #expect(tcp.zeekState == .s0)
  }

  @Test func theHandshakeIsTimedFromTheSynThatWasKept() throws {
    let record = try #require(Self.record(of: Told.handshake).first)
    #expect(record.tcp?.handshake.synToSynAck == 1_000_000)
    #expect(record.tcp?.handshake.synAckToAck == 1_000_000)
  }

  @Test func aRepeatedSynIsARetransmissionOfTheOneKept() throws {
    let syn = Told.handshake[0]
    let record = try #require(Self.record(of: [syn, syn, syn], every: 1_000_000_000).first)
    #expect(record.tcp?.originator.synRetransmissions == 2)
  }
}
