import Reports
import Testing

/// Logs of transactions that no capture of the corpus has.
struct ZeekTransactionTests {
  @Test(arguments: [ZeekLogFormat.tsv, .json])
  func noSecretIsWritten(format: ZeekLogFormat) throws {
    let logs = ZeekLogs(format: format) { _ in ByteWriter() }
    for transaction in TransactionSamples.all { try logs.receive(transaction) }
    try logs.finish()
    let texts = logs.takeBytes().mapValues { String(decoding: $0, as: UTF8.self) }
    #expect(try #require(texts[.http]).contains("http://www.example"))
    #expect(try #require(texts[.x509]).contains("ldap://www.example"))
    for (log, text) in texts { #expect(!text.contains("canary"), "\(log)") }
  }
}
