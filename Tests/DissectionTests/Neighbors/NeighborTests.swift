import Dissection
import Packets
import TestSupport
import Testing

struct NeighborTests {
  private static func arp(
    _ operation: UInt8,
    _ sender: UInt8,
    _ address: UInt32,
    for target: UInt32
  ) throws -> ARPMessage {
    var bytes: [UInt8] = [0, 1, 8, 0, 6, 4, 0, operation, 2, 0, 0, 0, 0, sender]
    bytes += FrameBuilder.bigEndian(address) + [0, 0, 0, 0, 0, 0] + FrameBuilder.bigEndian(target)
    return try ARPMessage(parsing: bytes.span.bytes)
  }

  private static func moment(_ frame: UInt64, seconds: Int64 = 0) -> Moment {
    Moment(frame: frame, time: Int64(frame) * 1_000 + seconds * 1_000_000_000)
  }

  @Test func aChangeOfBindingIsKept() throws {
    var table = NeighborTable()
    table.receive(try Self.arp(1, 1, 10, for: 20), in: .none, at: Self.moment(1))
    table.receive(try Self.arp(2, 2, 20, for: 10), in: .none, at: Self.moment(2))
    table.receive(try Self.arp(2, 3, 20, for: 10), in: .none, at: Self.moment(3))
    table.receive(try Self.arp(1, 4, 10, for: 10), in: .none, at: Self.moment(4))
    let binding = try #require(table.binding(of: IPAddress(v4: 20)))
    #expect(binding.hardware.description == "02:00:00:00:00:03")
    #expect(binding.changes.map(\.source) == [.unsolicited])
    #expect(binding.changes.map(\.from.description) == ["02:00:00:00:00:02"])
    #expect(binding.messages == 2)
    #expect(table.binding(of: IPAddress(v4: 10))?.changeCount == 1)
    #expect(table.unsolicitedMessages == 2)
    #expect(table.finished.map(\.responseTime) == [1_000])
  }

  @Test func aProbeBindsNothingAndSegmentsAreApart() throws {
    var table = NeighborTable()
    table.receive(try Self.arp(1, 1, 0, for: 20), in: .none, at: Self.moment(1))
    #expect(table.bindings.isEmpty)
    let other = PathID(rawValue: 1)
    table.receive(try Self.arp(1, 1, 10, for: 20), in: .none, at: Self.moment(2))
    table.receive(try Self.arp(1, 2, 10, for: 20), in: other, at: Self.moment(3))
    #expect(table.bindings.map(\.changeCount) == [0, 0])
  }

  @Test func questionsWithoutAnswerAreGivenUp() throws {
    var table = NeighborTable()
    table.receive(try Self.arp(1, 1, 10, for: 20), in: .none, at: Self.moment(1))
    table.receive(try Self.arp(1, 1, 10, for: 20), in: .none, at: Self.moment(2, seconds: 1))
    table.receive(try Self.arp(1, 1, 10, for: 30), in: .none, at: Self.moment(3, seconds: 9))
    #expect(table.finished.map(\.tries) == [2])
    table.finish()
    #expect(table.finished.map(\.response) == [nil, nil])
  }

  @Test func bindingsAreBounded() throws {
    var table = NeighborTable()
    let count = NeighborTable.maximumBindings + 5
    for address in 1...UInt32(count) {
      table.receive(
        try Self.arp(2, 1, address, for: 1),
        in: .none,
        at: Self.moment(UInt64(address))
      )
    }
    #expect(table.bindings.count == NeighborTable.maximumBindings)
    #expect(table.omittedMessages == 5)
  }

  @Test func discoveryBindsAsARPDoes() throws {
    let target: [UInt8] = [0xfe, 0x80] + [UInt8](repeating: 0, count: 13) + [9]
    let asking = [135, 0, 0, 0, 0, 0, 0, 0] + target + [1, 1, 2, 0, 0, 0, 0, 1]
    let telling = [136, 0, 0, 0, 0xe0, 0, 0, 0] + target + [2, 1, 2, 0, 0, 0, 0, 9]
    let client = IPAddress(high: 0xfe80_0000_0000_0000, low: 1)
    let server = IPAddress(high: 0xfe80_0000_0000_0000, low: 9)
    var table = NeighborTable()
    for (frame, bytes, source, destination) in [
      (1, asking, client, server), (2, telling, server, client), (3, telling, server, client),
    ] as [(UInt64, [UInt8], IPAddress, IPAddress)] {
      let message = try NeighborMessage(parsing: bytes.span.bytes)
      table.receive(message, from: source, to: destination, in: .none, at: Self.moment(frame))
    }
    #expect(table.binding(of: client)?.hardware.description == "02:00:00:00:00:01")
    #expect(table.binding(of: server)?.hardware.description == "02:00:00:00:00:09")
    #expect(table.binding(of: server)?.isRouter == true)
    #expect(table.unsolicitedMessages == 1)
    #expect(table.finished.map(\.responseTime) == [1_000])
  }

  @Test(
    arguments: [
      [1, 0, 0, 0], [135, 0, 0, 0, 0, 0, 0, 0, 1],
      [135, 0, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 1, count: 16) + [1, 0, 0, 0],
    ] as [[UInt8]]
  )
  func damagedMessagesAreRefused(bytes: [UInt8]) {
    #expect(throws: DissectionError.self) { try NeighborMessage(parsing: bytes.span.bytes) }
    #expect(throws: DissectionError.self) { try ARPMessage(parsing: bytes.span.bytes) }
  }
}
