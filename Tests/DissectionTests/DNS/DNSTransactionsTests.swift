import Dissection
import Testing

struct DNSTransactionsTests {
  private static func moment(_ frame: UInt64, seconds: Double) -> Moment {
    Moment(frame: frame, time: 1_700_000_000_000_000_000 + Int64(seconds * 1e9))
  }

  private static func message(_ bytes: [UInt8]) throws -> DNSMessage {
    try DNSMessage(parsing: bytes.span.bytes)
  }

  private static let query = DNSBytes.query("a.de")
  private static let answer = DNSBytes.response(
    "A.de",
    [DNSBytes.record(type: 1, ttl: 5, [10, 0, 0, 1])]
  )

  @Test func aSecondTryIsTheSameTransaction() throws {
    var transactions = DNSTransactions(transport: .udp)
    let query = try Self.message(Self.query)
    let answer = try Self.message(Self.answer)
    let matches = [
      transactions.receive(query, from: .client, at: Self.moment(1, seconds: 0)),
      transactions.receive(query, from: .client, at: Self.moment(2, seconds: 1)),
      transactions.receive(answer, from: .server, at: Self.moment(3, seconds: 1.25)),
      transactions.receive(answer, from: .server, at: Self.moment(4, seconds: 2)),
    ]
    let first = Self.moment(1, seconds: 0)
    #expect(
      matches == [
        .query, .repeatedQuery(first: first),
        .response(first: first, last: Self.moment(2, seconds: 1)), .repeatedResponse(first: first),
      ]
    )
    let transaction = try #require(transactions.finished.first)
    #expect(transactions.finished.count == 1)
    #expect(transaction.tries == 2)
    #expect(transaction.responseTime == 250_000_000)
    #expect(transaction.totalTime == 1_250_000_000)
    #expect(transaction.answers == ["10.0.0.1"])
    #expect(transaction.timesToLive == [5])
    #expect(transaction.responseCode == .noError)
    #expect(transaction.question?.name == "a.de", "as it was asked")
    #expect(transactions.repeatedResponses == 1)
    transactions.finish()
    #expect(transactions.finished.count == 1, "an answered one is put out once")
  }

  @Test func bothSidesMayAsk() throws {
    var transactions = DNSTransactions(transport: .udp)
    let query = try Self.message(Self.query)
    let answer = try Self.message(Self.answer)
    _ = transactions.receive(query, from: .client, at: Self.moment(1, seconds: 0))
    _ = transactions.receive(query, from: .server, at: Self.moment(2, seconds: 1))
    _ = transactions.receive(answer, from: .client, at: Self.moment(3, seconds: 2))
    _ = transactions.receive(answer, from: .server, at: Self.moment(4, seconds: 3))
    #expect(transactions.finished.map(\.asker) == [.server, .client])
    #expect(transactions.finished.map(\.responseTime) == [1_000_000_000, 3_000_000_000])
  }

  @Test func whatNobodyAskedForIsUnsolicited() throws {
    var transactions = DNSTransactions(transport: .udp)
    let query = try Self.message(DNSBytes.query("b.de"))
    _ = transactions.receive(query, from: .client, at: Self.moment(1, seconds: 0))
    let match = transactions.receive(
      try Self.message(Self.answer),
      from: .server,
      at: Self.moment(2, seconds: 1)
    )
    #expect(match == .unsolicited)
    #expect(transactions.finished.map(\.isUnsolicited) == [true])
    transactions.finish()
    #expect(transactions.finished.map(\.isUnanswered) == [false, true])
  }

  @Test func anErrorWithoutItsQuestionGoesByTheIdentifier() throws {
    var transactions = DNSTransactions(transport: .udp)
    let query = try Self.message(Self.query)
    _ = transactions.receive(query, from: .client, at: Self.moment(1, seconds: 0))
    let error = try Self.message(DNSBytes.header(flags: 0x8181))
    _ = transactions.receive(error, from: .server, at: Self.moment(2, seconds: 1))
    #expect(transactions.finished.map(\.responseCode) == [.formatError])
    #expect(transactions.finished.map(\.question?.name) == ["a.de"])
  }

  @Test func theUnansweredArePutOutAfterTheTimeout() throws {
    var transactions = DNSTransactions(transport: .udp)
    for (id, seconds) in [(1, 0.0), (2, 20)] as [(UInt16, Double)] {
      let query = try Self.message(DNSBytes.query("a.de", id: id))
      _ = transactions.receive(
        query,
        from: .client,
        at: Self.moment(UInt64(id), seconds: seconds)
      )
    }
    let next = try Self.message(DNSBytes.query("a.de", id: 3))
    _ = transactions.receive(next, from: .client, at: Self.moment(3, seconds: 31))
    #expect(transactions.finished.map(\.id) == [1])
    transactions.finish()
    #expect(transactions.finished.map(\.id) == [1, 2, 3])
    #expect(transactions.finished.allSatisfy { $0.isUnanswered })
  }

  @Test func theOldestLeaveWhenThereAreTooMany() throws {
    var transactions = DNSTransactions(transport: .udp)
    let count = DNSTransactions.maximumPending + 1
    for id in 0..<count {
      let query = try Self.message(DNSBytes.query("a.de", id: UInt16(id)))
      _ = transactions.receive(query, from: .client, at: Self.moment(UInt64(id), seconds: 0))
    }
    let evicted = DNSTransactions.maximumPending / 4
    #expect(transactions.evictions == UInt64(evicted))
    #expect(transactions.finished.map(\.id) == (0..<UInt16(evicted)).map { $0 })
    transactions.finish()
    #expect(transactions.finished.count == count)
  }

  @Test func silenceOfAGroupIsNoFailure() throws {
    for transport in [DNSTransport.multicast, .linkLocal] {
      var transactions = DNSTransactions(transport: transport)
      let query = try Self.message(Self.query)
      _ = transactions.receive(query, from: .client, at: Self.moment(1, seconds: 0))
      transactions.finish()
      #expect(transactions.finished.map(\.isUnanswered) == [false])
    }
  }

  @Test(arguments: [Int64.min, .max])
  func absurdClocksAreHarmless(time: Int64) throws {
    var transactions = DNSTransactions(transport: .udp)
    let query = try Self.message(Self.query)
    _ = transactions.receive(query, from: .client, at: Moment(frame: 1, time: time))
    _ = transactions.receive(query, from: .server, at: Moment(frame: 2, time: ~time))
    _ = transactions.receive(query, from: .client, at: Moment(frame: 3, time: 0))
    transactions.finish()
    #expect(transactions.finished.count >= 2)
  }
}
