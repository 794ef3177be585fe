import Packets
import TestSupport
import Testing

@testable import Analysis

/// `docs/protocols.md` names the protocols that are read.
struct ProtocolPageTests {
  @Test(arguments: ApplicationProtocol.allCases)
  func everyProtocolIsOnThePage(application: ApplicationProtocol) throws {
    let path = Corpus.repositoryRoot + "/docs/protocols.md"
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    let row = text.split(separator: "\n").first {
      $0.hasPrefix("| ") && $0.contains("`\(application.name)`")
    }
    let cells = try #require(row).split(separator: "|").map { $0.split(separator: " ").joined() }
    for port in UInt16.min...UInt16.max where application.isUsual(at: port) {
      #expect(cells[2].split(separator: ",").contains("\(port)"), "\(application.name) \(port)")
    }
    for transport in ["TCP": true, "UDP": false] {
      let isCarried = ApplicationProtocol.all(over: transport.value ? .tcp : .udp)
        .contains(application)
      #expect(cells[1].split(separator: ",").contains(transport.key[...]) == isCarried)
    }
  }
}
