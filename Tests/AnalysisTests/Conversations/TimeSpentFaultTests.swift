import Flows
import Packets
import Testing

@testable import Analysis

/// Where the time of generated connections went, whose fault is known.
struct TimeSpentFaultTests {
  /// The parts of the connections to a port, as shares of their time.
  private static func spent(
    _ scenario: String,
    where isWanted: (FlowRecord) -> Bool
  ) throws -> [TimeSpent] {
    let flows = try GeneratedProfile(fault: scenario).flows
    for flow in flows {
      guard let spent = flow.tcp?.timeSpent else { continue }
      #expect(spent.total == flow.duration)
      #expect(TimeUse.allCases.allSatisfy { spent[$0] >= 0 })
    }
    let spent = flows.filter(isWanted).compactMap { $0.tcp?.timeSpent }
    try #require(!spent.isEmpty)
    return spent
  }

  @Test func aSlowServerThinks() throws {
    for spent in try Self.spent("slow-server", where: { $0.responder.port == 15_001 }) {
      #expect(spent.largest == .serverThink)
      #expect(spent.share(of: .serverThink) > 0.9)
      #expect(spent.answers == 3)
    }
  }

  @Test func aSlowClientThinks() throws {
    let flows = try Self.spent("slow-client") { $0.responder.address == IPAddress(v4: 0xcb00_7114) }
    for spent in flows {
      #expect(spent.largest == .clientThink)
      #expect(spent.share(of: .clientThink) > 0.9)
    }
  }

  @Test func aClosedWindowStallsTheResponse() throws {
    for spent in try Self.spent("zero-window", where: { $0.backward.payloadBytes > 800_000 }) {
      #expect(spent.largest == .responseTransfer)
      #expect(spent.responseStalls.closedWindow > 2_000_000_000)
      #expect(spent.responseStalls.loss < 500_000_000)
    }
  }

  @Test func lossStallsTheResponse() throws {
    let flows = try Self.spent("loss-1-percent") { $0.backward.payloadBytes > 800_000 }
    for spent in flows {
      #expect(spent.largest == .responseTransfer)
      #expect(spent.responseStalls.closedWindow == 0)
    }
    #expect(flows.contains { $0.responseStalls.loss > 0 })
  }

  @Test func nothingStallsHealthyTransfers() throws {
    for spent in try Self.spent("healthy-bulk", where: { _ in true }) {
      #expect(spent.requestStalls.loss + spent.requestStalls.closedWindow == 0)
      #expect(spent.responseStalls.loss + spent.responseStalls.closedWindow == 0)
    }
  }
}
