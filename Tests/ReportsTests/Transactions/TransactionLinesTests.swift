import Analysis
import Reports
import TestSupport
import Testing

@testable import Dissection

/// Transactions as JSON Lines.
struct TransactionLinesTests {
  private static func lines(_ transactions: [ApplicationTransaction]) throws -> [UInt8] {
    var lines = TransactionLines(ByteWriter())
    for transaction in transactions { try lines.write(transaction) }
    return lines.takeBytes()
  }

  private static func values(_ transactions: [ApplicationTransaction]) throws -> [JSONValue] {
    try lines(transactions).split(separator: 0x0a).map { try JSONValue(Array($0)) }
  }

  @Test func everyMemberWrittenIsInTheSchemaAndTheOtherWayRound() throws {
    let written = try Self.values(TransactionSamples.all).reduce(into: Set<String>()) {
      $0.formUnion($1.paths)
    }
    let declared = try SchemaFile("transaction").paths
    #expect(written.subtracting(declared).sorted() == [])
    #expect(declared.subtracting(written).sorted() == [])
  }

  @Test func whatBoundsLeftOutOfASessionIsWritten() throws {
    var smb = SMBSession()
    smb.offeredNames = ["LANMAN1.0", "NT LM 0.12"]
    smb.statuses = [SMBStatusTally(status: SMBStatus(rawValue: 0xc000_006d), count: 3)]
    smb.omittedLogins = 1
    smb.omittedTrees = 2
    smb.omittedOpens = 3
    smb.omittedStatuses = 4
    let text = String(
      decoding: try Self.lines([TransactionSamples.transaction(.smb(Shared(smb)))]),
      as: UTF8.self
    )
    for member in [
      #""offered_dialects":["LANMAN1.0","NT LM 0.12"]"#, #""omitted_logins":1"#,
      #""omitted_trees":2"#, #""omitted_opens":3"#,
      #""statuses":[{"status":"LOGON_FAILURE","responses":3}],"omitted_statuses":4"#,
    ] {
      #expect(text.contains(member))
    }
  }

  @Test(.enabled(if: SchemaValidator.isPresent, "needs python3 with jsonschema"))
  func samplesAreValidByTheSchema() throws {
    let result = try SchemaValidator.run("transaction", try Self.lines(TransactionSamples.all))
    #expect(result.status == 0, "\(result.errorText)")
  }

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: SchemaValidator.isPresent, "needs python3 with jsonschema")
  )
  func whatTheCorpusHoldsIsValidByTheSchema() throws {
    var lines: [UInt8] = []
    var types: Set<String> = []
    for capture in Corpus.captures where capture.linkType != "?" {
      let transactions = try TransactionCollector.transactions(of: capture.path)
      lines += try Self.lines(transactions)
      for value in try Self.values(transactions) {
        if case .string(let type)? = value["type"] { types.insert(type) }
      }
    }
    #expect(types.count >= 10)
    let result = try SchemaValidator.run("transaction", lines)
    #expect(result.status == 0, "\(result.errorText.prefix(2_000))")
  }

  @Test(
    .enabled(if: SchemaValidator.isPresent, "needs python3 with jsonschema"),
    arguments: [("\"type\":\"dns\"", "\"type\":\"http\""), ("\"tries\":2", "\"tries\":\"two\"")]
  )
  func theSchemaRefusesWhatIsWrong(right: String, wrong: String) throws {
    let line = String(decoding: try Self.lines([TransactionSamples.all[0]]), as: UTF8.self)
    #expect(line.contains(right))
    let changed = line.split(separator: right, maxSplits: 1).joined(separator: wrong)
    #expect(try SchemaValidator.run("transaction", Array(changed.utf8)).status != 0)
  }

  @Test func noSecretIsWritten() throws {
    let text = String(decoding: try Self.lines(TransactionSamples.all), as: UTF8.self)
    #expect(text.contains("files.example"))
    #expect(!text.contains("canary"))
  }

  @Test func timesOfHTTPAddUp() throws {
    let value = try #require(
      try Self.values([TransactionSamples.transaction(.http(Shared(TransactionSamples.http)))])
        .first?[
          "http"
        ]
    )
    #expect(value["client_think_time_ns"] == .integer(3_000_000))
    #expect(value["request_time_ns"] == .integer(1_000_000))
    #expect(value["server_think_time_ns"] == .integer(4_000_000))
    #expect(value["time_to_first_byte_ns"] == .integer(5_000_000))
    #expect(value["transfer_time_ns"] == .integer(2_000_000))
  }

  @Test func theClientMayBeTheResponderOfTheFlow() throws {
    let transaction = TransactionSamples.transaction(
      .dns(Shared(TransactionSamples.dns)),
      client: .responder
    )
    let value = try #require(try Self.values([transaction]).first)
    #expect(value["client"]?["port"] == .integer(53))
    #expect(value["server"]?["port"] == .integer(40_000))
  }

  @Test func datesOfCertificatesReachBeyondNanoseconds() throws {
    let value = try #require(
      try Self.values([TransactionSamples.transaction(.tls(Shared(TransactionSamples.tls)))])
        .first?["tls"]
    )
    guard case .array(let chain)? = value["server_certificates"] else {
      Issue.record("no chain")
      return
    }
    #expect(chain.first?["not_after"] == .string("9999-12-31T23:59:59Z"))
    #expect(chain.first?["not_before"] == .null)
    #expect(
      chain.first?["names"]
        == .array([.string("www.example"), .string("192.0.2.1"), .string("ldap://www.example")])
    )
  }
}
