import Testing

@testable import Flows

/// Connections beyond the number awake are packed, and come back as they were.
struct PackedConnectionTests {
  @Test func connectionsArePlainMemory() {
    #expect(_isPOD(TCPConnection.self))
    #expect(MemoryLayout<TCPConnection>.alignment == 8)
    // No other value may lie in its padding.
    #expect(MemoryLayout<TCPConnection>.size == MemoryLayout<TCPConnection>.stride)
    #expect(MemoryLayout<SegmentRecord>.stride % 8 == 0)
  }

  @Test func noMoreThanTheLimitAreAwake() {
    var limits = FlowLimits()
    limits.awakeConnections = 3
    var engine = FlowEngine(limits: limits)
    for port in 0..<20 as Range<UInt16> {
      for (index, told) in Told.handshake.enumerated() {
        var packet = told.headers(frame: 1, nanoseconds: Int64(port) * 10 + Int64(index))
        packet.frame = UInt64(port) * 3 + UInt64(index) + 1
        if told.isFromClient { packet.sourcePort += port } else { packet.destinationPort += port }
        engine.process(packet)
      }
    }
    #expect(engine.connections.count == 3)
    while engine.finish() {}
    let flows = engine.finishedFlows()
    #expect(flows.count == 20)
    #expect(flows.allSatisfy { $0.tcp?.handshake.roundTrip == 2 })
  }

  /// A connection with 20 acknowledged segments is asleep when its time-out passes, and what it is
  /// told of old data afterwards is what one awake would be told.
  @Test func aTimeOutForgetsTheSameAsleepAndAwake() {
    func events(awake: Int) -> [String] {
      var limits = FlowLimits()
      limits.awakeConnections = awake
      var engine = FlowEngine(limits: limits, collectsEvents: true)
      var sent: [Told] = []
      for number in 0..<20 as Range<Int64> {
        sent += [.client(1 + number * 100, 100), .server(1, ack: 101 + number * 100)]
      }
      var frame: UInt64 = 0
      func play(_ packets: [Told], port: UInt16, at second: Int64) {
        for told in packets {
          frame += 1
          let time = second * 1_000_000_000 + Int64(frame) * 1_000_000
          var packet = told.headers(frame: frame, nanoseconds: time)
          if told.isFromClient { packet.sourcePort += port } else { packet.destinationPort += port }
          engine.process(packet)
        }
      }
      play(Told.handshake + sent, port: 0, at: 1)
      play(Told.handshake, port: 1, at: 2)
      #expect(engine.connections.count == min(awake, 2))
      play(Told.handshake, port: 2, at: 1000)
      play([.client(201, 100)], port: 0, at: 1001)
      while engine.finish() {}
      return engine.allEvents().map { "\($0)" } + engine.finishedFlows().map { "\($0)" }
    }
    let awake = events(awake: 100)
    #expect(!awake.isEmpty)
    #expect(events(awake: 1) == awake)
  }
}
