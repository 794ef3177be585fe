import TestSupport
import Testing

/// Which application protocols are read.
struct ProtocolTests {
  private static func services(_ options: String...) throws -> Set<String> {
    let capture = Corpus.path(for: "zeek__http-206_example_a.pcap")
    let result = try Program.run(["analyze", capture, "--flows", "csv"] + options)
    #expect(result.status == 0)
    // Lines end with CR and LF (RFC 4180).
    let rows = result.text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let column = try #require(rows.first?.firstIndex(of: "service"))
    return Set(rows.dropFirst().map { String($0[column]) })
  }

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    arguments: ["all", "http", "tls,http"]
  )
  func flowsNameTheServicesThatWereAskedFor(protocols: String) throws {
    #expect(try Self.services("--protocols", protocols).contains("http"))
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
  func othersAreNotRead() throws {
    #expect(try !Self.services("--protocols", "tls").contains("http"))
    #expect(try !Self.services().contains("http"))
  }

  @Test(arguments: ["gopher", "http,", ""])
  func anUnknownNameIsAnError(protocols: String) throws {
    let result = try Program.run(["analyze", "--protocols", protocols, "-"])
    #expect(result.status == 64)
    #expect(result.errorText.contains("--protocols"))
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: ["json", "csv"])
  func transactionsAreReadUnlessProtocolsSaysOtherwise(format: String) throws {
    let capture = Corpus.path(for: "zeek__http-206_example_a.pcap")
    let all = try Program.run(["analyze", capture, "--transactions", format])
    #expect(all.status == 0)
    #expect(all.text.contains("/GMU-CS-TR-2010-20.pdf"))
    let other = try Program.run(
      ["analyze", capture, "--transactions", format, "--protocols", "tls"]
    )
    #expect(other.status == 0)
    #expect(!other.text.contains("GMU-CS-TR"))
  }

  @Test func transactionsOfNoProtocolAreAnError() throws {
    let result = try Program.run(["analyze", "--transactions", "csv", "--protocols", "none", "-"])
    #expect(result.status == 64)
    #expect(result.errorText.contains("--protocols"))
  }
}
