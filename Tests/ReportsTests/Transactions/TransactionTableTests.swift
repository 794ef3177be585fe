import Reports
import Testing

/// Transactions as CSV.
struct TransactionTableTests {
  private static func rows() throws -> [[Substring]] {
    var table = TransactionTable(ByteWriter())
    for transaction in TransactionSamples.all { try table.write(transaction) }
    return String(decoding: table.takeBytes(), as: UTF8.self).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test func everyRowHasTheColumnsOfTheHeader() throws {
    let rows = try Self.rows()
    #expect(rows.count == TransactionSamples.all.count + 1)
    #expect(Set(rows.map(\.count)).count == 1)
    #expect(Set(rows[0]).count == rows[0].count)
  }

  @Test func whatProtocolsHaveInCommonIsThere() throws {
    let rows = try Self.rows()
    let dns = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
    #expect(dns["type"] == "dns")
    #expect(dns["client_address"] == "10.0.0.1")
    #expect(dns["server_port"] == "53")
    #expect(dns["action"] == "AAAA")
    #expect(dns["status"] == "NOERROR")
    #expect(dns["tries"] == "2")
    #expect(dns["response_time_ns"] == "5000000")
    #expect(dns["total_time_ns"] == "7000000")
    #expect(dns["duration_ns"] == "7000000")
  }

  @Test func aNameIsNoFormula() throws {
    #expect(try Self.rows()[1].contains("'=cmd.example"))
  }

  @Test func noSecretIsWritten() throws {
    #expect(!(try Self.rows()).joined().contains { $0.contains("canary") })
  }
}
