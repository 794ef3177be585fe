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
}
