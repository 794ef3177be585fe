import Packets
import Testing

@testable import Flows

/// How flows begin, time out, are retained and give way when the table is full.
struct FlowEngineTests {
  private static let second: Int64 = 1_000_000_000

  /// A UDP datagram between two hosts, from a client port of its own.
  private static func datagram(
    _ frame: UInt64,
    port: UInt16,
    at seconds: Int64,
    isReply: Bool = false,
    path: UInt32 = 0
  ) -> PacketHeaders {
    var packet = PacketHeaders()
    packet.frame = frame
    packet.time = Timestamp(nanoseconds: seconds * second)
    packet.wireLength = 100
    packet.ipLength = 86
    packet.payloadLength = 58
    packet.network = .ipv4
    packet.transport = .udp
    packet.ipProtocol = .udp
    packet.flowPath = PathID(rawValue: path)
    packet.path = packet.flowPath
    let (client, server) = (IPAddress(v4: 0x0a00_0001), IPAddress(v4: 0x0a00_0002))
    packet.source = isReply ? server : client
    packet.destination = isReply ? client : server
    packet.sourcePort = isReply ? 53 : port
    packet.destinationPort = isReply ? port : 53
    return packet
  }

  /// Runs packets through an engine; the records in the order in which flows ended.
  private static func run(
    _ packets: [PacketHeaders],
    _ limits: FlowLimits = FlowLimits()
  ) -> (flows: [FlowRecord], counters: FlowCounters) {
    var engine = FlowEngine(limits: limits)
    for packet in packets { engine.process(packet) }
    while engine.finish() {}
    let flows = engine.finishedFlows()
    return (flows, engine.counters)
  }

  @Test func bothDirectionsAreOneFlow() throws {
    let flows = Self.run([
      Self.datagram(1, port: 4000, at: 1), Self.datagram(2, port: 4000, at: 3, isReply: true),
      Self.datagram(3, port: 4000, at: 4),
    ]).flows
    let flow = try #require(flows.first)
    #expect(flows.count == 1)
    #expect(flow.forward.packets == 2)
    #expect(flow.backward.packets == 1)
    #expect(flow.forward.wireBytes == 200)
    #expect(flow.forward.ipBytes == 172)
    #expect(flow.forward.payloadBytes == 116)
    #expect(flow.originator.port == 4000)
    #expect(flow.firstFrame == 1)
    #expect(flow.lastFrame == 3)
    #expect(flow.duration == 3 * Self.second)
    #expect(flow.interArrival.count == 2)
    #expect(flow.ending == .endOfCapture)
    #expect(flow.tcp == nil)
  }

  @Test func portsAndPathsTellFlowsApart() {
    let flows = Self.run([
      Self.datagram(1, port: 4000, at: 1), Self.datagram(2, port: 4001, at: 1),
      Self.datagram(3, port: 4000, at: 1, path: 7),
    ]).flows
    #expect(flows.map(\.stream) == [0, 1, 2])
    #expect(flows.map(\.path.rawValue) == [0, 0, 7])
  }

  @Test func aPacketBeforeItsPredecessorShowsAClockThatWentBack() throws {
    let flow = try #require(
      Self.run([
        Self.datagram(1, port: 4000, at: 5), Self.datagram(2, port: 4000, at: 3),
        Self.datagram(3, port: 4000, at: 6),
      ]).flows.first
    )
    #expect(flow.clockBackwards == 1)
    #expect(flow.interArrival.minimum == 0)
    #expect(flow.duration == Self.second)
  }

  @Test func silentFlowsAreRetainedForLatePackets() {
    let flows = Self.run([
      Self.datagram(1, port: 4000, at: 1), Self.datagram(2, port: 4001, at: 500),
      Self.datagram(3, port: 4000, at: 1000),
    ]).flows
    #expect(flows.count == 2)
    #expect(flows.first?.forward.packets == 2)
  }

  @Test func withoutRetentionSilentFlowsTimeOut() {
    var limits = FlowLimits()
    limits.retainedFlows = 0
    let result = Self.run(
      [
        Self.datagram(1, port: 4000, at: 1), Self.datagram(2, port: 4001, at: 500),
        Self.datagram(3, port: 4000, at: 1000),
      ],
      limits
    )
    #expect(result.flows.map(\.firstFrame) == [1, 2, 3])
    #expect(result.flows.map(\.ending) == [.timeout, .timeout, .endOfCapture])
    #expect(result.counters.mostAlive == 1)
    #expect(result.counters.evicted == 0)
  }

  @Test func packetsPutTheTimeOutOff() {
    var limits = FlowLimits()
    limits.retainedFlows = 0
    let packets = (0..<20).map { Self.datagram(UInt64($0) + 1, port: 4000, at: Int64($0) * 30) }
    let flows = Self.run(packets, limits).flows
    #expect(flows.count == 1)
    #expect(flows.first?.forward.packets == 20)
  }

  @Test func aFullTableGivesUpTheOldest() {
    var limits = FlowLimits()
    limits.maximumFlows = 4
    let packets = (0..<10).map {
      Self.datagram(UInt64($0) + 1, port: 4000 + UInt16($0), at: Int64($0) * 2)
    }
    let result = Self.run(packets, limits)
    #expect(result.flows.map(\.firstFrame) == Array(1...10))
    #expect(
      result.flows.map(\.ending) == Array(repeating: .evicted, count: 6)
        + Array(repeating: .endOfCapture, count: 4)
    )
    #expect(result.counters.mostAlive == 4)
    #expect(result.counters.flows == 10)
    #expect(result.counters.evicted == 6)
  }

  @Test func aFloodWithinOneSecondGivesUpOneFlowForEachNewOne() {
    var limits = FlowLimits()
    limits.maximumFlows = 4
    let packets = (0..<10).map {
      Self.datagram(UInt64($0) + 1, port: 4000 + UInt16($0), at: 1)
    }
    let result = Self.run(packets, limits)
    #expect(result.flows.count == 10)
    #expect(result.flows.count { $0.ending == .evicted } == 6)
    #expect(result.counters.evicted == 6)
  }

  @Test func placesAreUsedAgain() {
    var limits = FlowLimits()
    limits.retainedFlows = 0
    var engine = FlowEngine(limits: limits)
    for index in 0..<2000 {
      engine.process(
        Self.datagram(UInt64(index) + 1, port: UInt16(1024 + index), at: Int64(index) * 100)
      )
    }
    let (alive, held) = (engine.table.count, engine.flows.count)
    let ended = engine.finishedFlows().count
    #expect(alive <= 2)
    #expect(ended >= 1998)
    #expect(held <= 4)
  }

  @Test func aClockThatJumpsBackNeitherTrapsNorEndsFlows() {
    let times: [Int64] = [1_000_000, 1, 2_000_000, -5, 3]
    let packets = times.enumerated().map {
      Self.datagram(UInt64($0.offset) + 1, port: 4000, at: $0.element)
    }
    let result = Self.run(packets)
    #expect(result.flows.count == 1)
    #expect(result.flows.first?.forward.packets == 5)
  }

  @Test func flowsLeaveInOrderAndInPortions() {
    var engine = FlowEngine()
    for index in 0..<10 {
      engine.process(Self.datagram(UInt64(index) + 1, port: 4000 + UInt16(index), at: 1))
    }
    var ids: [UInt64]
    let isMore1 = engine.finish(atMost: 4)
    #expect(isMore1)
    ids = engine.finishedFlows().map(\.id)
    #expect(ids == [0, 1, 2, 3])
    let isMore2 = engine.finish(atMost: 4)
    #expect(isMore2)
    ids = engine.finishedFlows().map(\.id)
    #expect(ids == [4, 5, 6, 7])
    let isMore3 = engine.finish(atMost: 4)
    #expect(!isMore3)
    ids = engine.finishedFlows().map(\.id)
    #expect(ids == [8, 9])
    let alive = engine.table.count
    #expect(alive == 0)
  }

  @Test(
    arguments: [
      (Told.handshake, 301, FlowEnding.timeout), (Told.handshake, 299, .endOfCapture),
      ([.syn()], 61, .timeout), ([.syn()], 59, .endOfCapture),
      (Told.handshake + Told.close(), 10, .finished),
      (Told.handshake + [.client(1, ack: nil, .rst)], 10, .reset),
    ] as [([Told], Int64, FlowEnding)]
  )
  func connectionsEndByTheirState(packets: [Told], silence: Int64, ending: FlowEnding) throws {
    var engine = FlowEngine()
    for (index, told) in packets.enumerated() {
      let time = Self.second + Int64(index) * 10_000_000
      engine.process(told.headers(frame: UInt64(index) + 1, nanoseconds: time))
    }
    engine.process(Self.datagram(99, port: 4000, at: 1 + silence))
    while engine.finish() {}
    let flows = engine.finishedFlows()
    let flow = try #require(flows.first { $0.transport == .tcp })
    #expect(flow.ending == ending)
  }
}
