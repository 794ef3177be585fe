import Dissection
import Packets
import TestSupport
import Testing

struct DHCPTests {
  /// A message made by hand; `options` follow the magic cookie.
  private static func bytes(
    isReply: Bool = false,
    transaction: UInt32 = 7,
    your: UInt32 = 0,
    file: [UInt8] = [],
    _ options: [UInt8]
  ) -> [UInt8] {
    var bytes: [UInt8] = [isReply ? 2 : 1, 1, 6, 0] + FrameBuilder.bigEndian(transaction)
    bytes += [0, 3, 0x80, 0, 0, 0, 0, 0] + FrameBuilder.bigEndian(your)
    bytes += [UInt8](repeating: 0, count: 8) + [2, 0, 0, 0, 0, 1]
    bytes += [UInt8](repeating: 0, count: 10 + 64)
    bytes += file + [UInt8](repeating: 0, count: 128 - file.count)
    return bytes + [0x63, 0x82, 0x53, 0x63] + options
  }

  private static func message(_ bytes: [UInt8]) throws -> DHCPMessage {
    try DHCPMessage(parsing: bytes.span.bytes)
  }

  private static func moment(_ frame: UInt64) -> Moment {
    Moment(frame: frame, time: Int64(frame) * 1_000_000)
  }

  @Test func fieldsAndOptionsAreRead() throws {
    let options: [UInt8] = [
      53, 1, 3, 0, 50, 4, 10, 0, 0, 9, 12, 3, 97, 98, 0, 60, 2, 118, 49, 55, 2, 1, 3, 255, 12, 1,
    ]
    let message = try Self.message(Self.bytes(options))
    #expect(message.type == .request)
    #expect(message.seconds == 3)
    #expect(message.wantsBroadcast)
    #expect(message.hardwareAddress?.description == "02:00:00:00:00:01")
    #expect(message.options.requestedAddress == IPAddress(v4: 0x0a00_0009))
    #expect(message.options.hostName == "ab")
    #expect(message.options.vendorClass == "v1")
    #expect(message.options.parameterRequests == [1, 3])
    #expect(message.options.codes == [53, 50, 12, 60, 55])
    #expect(message.damage == nil)
  }

  @Test func optionsGoOnInTheFileField() throws {
    let message = try Self.message(
      Self.bytes(file: [12, 2, 97, 98, 255], [53, 1, 1, 52, 1, 1, 12, 1, 122, 255])
    )
    #expect(message.options.hostName == "zab", "an option in two parts (RFC 3396)")
    #expect(message.bootFile.isEmpty)
  }

  @Test(arguments: [([53, 2, 1], DissectionError.truncated), ([51, 2, 0, 1, 255], .truncated)])
  func damagedOptionsAreMarked(options: [UInt8], damage: DissectionError) throws {
    #expect(try Self.message(Self.bytes(options)).damage == damage)
  }

  @Test func shortAndForeignDatagramsAreRefused() {
    let whole = Self.bytes([53, 1, 1, 255])
    for count in 0..<44 {
      #expect(throws: DissectionError.self) {
        try DHCPMessage(parsing: whole.span.bytes.extracting(..<count))
      }
    }
    let cut = try? DHCPMessage(parsing: whole.span.bytes.extracting(..<100))
    #expect(cut?.damage == .truncated)
    #expect(DHCPMessage.recognise(whole.span.bytes) == .yes(.client))
    let reply = Self.bytes(isReply: true, [255])
    #expect(DHCPMessage.recognise(reply.span.bytes) == .yes(.server))
    let other = [UInt8](repeating: 1, count: 300)
    #expect(DHCPMessage.recognise(other.span.bytes) == .no)
  }

  @Test func anExchangeEndsWithTheAcknowledgment() throws {
    var transactions = DHCPTransactions()
    let server: [UInt8] = [54, 4, 10, 0, 0, 1]
    let lease: [UInt8] = [51, 4, 0, 0, 14, 16]
    let steps: [(Bool, [UInt8])] = [
      (false, [53, 1, 1, 12, 1, 97]), (true, [53, 1, 2] + server + lease),
      (false, [53, 1, 3] + server), (true, [53, 1, 5] + server + lease),
      (true, [53, 1, 5] + server + lease),
    ]
    for (index, step) in steps.enumerated() {
      let bytes = Self.bytes(isReply: step.0, your: step.0 ? 0x0a00_0009 : 0, step.1 + [255])
      transactions.receive(try Self.message(bytes), at: Self.moment(UInt64(index + 1)))
    }
    transactions.finish()
    let exchange = try #require(transactions.finished.first)
    #expect(transactions.finished.count == 1)
    #expect(exchange.outcome == .acknowledged)
    #expect(exchange.steps.map(\.type) == [.discover, .offer, .request, .acknowledgment])
    #expect(exchange.address == IPAddress(v4: 0x0a00_0009))
    #expect(exchange.offers.map(\.server) == [IPAddress(v4: 0x0a00_0001)])
    #expect(exchange.leaseTime == 3_600)
    #expect(exchange.hostName == "a")
    #expect(exchange.tries == 2)
    #expect(exchange.duration == 3_000_000)
    #expect(transactions.lateMessages == 1)
  }

  @Test func silenceAndRefusalAreTold() throws {
    var transactions = DHCPTransactions()
    transactions.receive(
      try Self.message(Self.bytes(transaction: 1, [53, 1, 1, 255])),
      at: Self.moment(1)
    )
    transactions.receive(
      try Self.message(Self.bytes(transaction: 2, [53, 1, 3, 255])),
      at: Self.moment(2)
    )
    transactions.receive(
      try Self.message(Self.bytes(isReply: true, transaction: 2, [53, 1, 6, 56, 1, 97, 255])),
      at: Self.moment(3)
    )
    transactions.receive(
      try Self.message(Self.bytes(transaction: 3, [53, 1, 7, 255])),
      at: Self.moment(4)
    )
    transactions.finish()
    #expect(transactions.finished.map(\.outcome) == [.refused, .returned, .unanswered])
    #expect(transactions.finished.first?.message == "a")
  }
}
