import Flows
import TestSupport
import Testing

@testable import Analysis

/// Which TCP streams speak a protocol, according to Apus and to tshark.
struct ServiceTests {
  /// A service of ours and the field that tshark shows in its messages.
  private static let pairs: [(service: String, field: String)] = [
    ("ssh", "ssh"), ("smtp", "smtp"), ("ftp", "ftp"), ("pop3", "pop"), ("imap", "imap"),
    ("sip", "sip"),
  ]

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: Corpus.captures.filter(\.isReadable)
  )
  func streamsAreThoseOfTshark(_ capture: CorpusCapture) throws {
    let tshark = try #require(Tshark())
    let rows = try tshark.fields(
      ["tcp.stream"] + Self.pairs.map(\.field),
      of: capture.path,
      where: Self.pairs.map(\.field).joined(separator: " || ")
    )
    let services = try Self.services(of: capture.path)
    for (index, pair) in Self.pairs.enumerated() {
      let marked = rows.filter { $0.count > index + 1 && !$0[index + 1].isEmpty }
      let theirs = Set(marked.compactMap { UInt32($0[0]) })
      let ours = Set(services.filter { $0.value.contains(pair.service) }.keys)
      let isEqual = theirs == ours
      if let reason = ServiceDifference.reason(for: capture.name, pair.service) {
        #expect(!isEqual, "no difference any more: \(reason)")
      } else {
        #expect(isEqual, "\(pair.service): \(ours.sorted()), in tshark \(theirs.sorted())")
      }
    }
  }

  /// The services of each TCP stream.
  private static func services(of path: String) throws -> [UInt32: [String]] {
    let analysis = try CapturedAnalysis(of: path, collectingEvents: false)
    var services: [UInt32: [String]] = [:]
    for flow in analysis.flows where flow.transport == .tcp {
      let names = (flow.service ?? "").split(separator: ",").map(String.init)
      services[flow.stream, default: []] += names
    }
    return services
  }
}
