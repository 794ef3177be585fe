import Flows
import TestSupport
import Testing

@testable import Analysis

/// The series of real captures, against what else is known of them.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct SeriesCorpusTests {
  /// Frames and bytes in a bin.
  private struct Sum: Equatable {
    var packets: UInt64 = 0
    var bytes: UInt64 = 0
  }

  @Test(
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: Corpus.captures.filter(\.isReadable)
  )
  func binsHoldTheFramesThatTsharkHas(capture: CorpusCapture) throws {
    let outcome = try CapturedAnalysis(of: capture.path).outcome
    let facts = outcome.facts
    // Where a file contradicts itself or leaves times out, tshark and Apus differ on purpose.
    guard facts.damage.isEmpty, facts.packetsWithoutTime == 0,
      facts.packetsBelowCapturedLength == 0
    else { return }
    let series = outcome.summary.series
    let rows = try #require(Tshark()).fields(["frame.time_epoch", "frame.len"], of: capture.path)
    var sums: [Int64: Sum] = [:]
    for row in rows {
      guard let time = row.first.flatMap(Self.nanoseconds),
        let bytes = row.last.flatMap({ UInt64($0) })
      else { continue }
      let bin = time / series.traffic.width - (time % series.traffic.width < 0 ? 1 : 0)
      sums[bin * series.traffic.width, default: Sum()].packets += 1
      sums[bin * series.traffic.width, default: Sum()].bytes += bytes
    }
    var ours: [Int64: Sum] = [:]
    for (index, bin) in series.traffic.bins.enumerated() where bin.packets > 0 {
      let start = series.traffic.start(of: index).nanoseconds
      ours[start] = Sum(packets: bin.packets, bytes: bin.bytes)
    }
    #expect(ours == sums)
  }

  @Test(arguments: Corpus.captures.filter(\.isReadable))
  func sumsAreThoseOfTheSummary(capture: CorpusCapture) throws {
    let analysis = try CapturedAnalysis(of: capture.path)
    let summary = analysis.outcome.summary
    let series = summary.series
    #expect(series.traffic.bins.reduce(0) { $0 + $1.packets } == summary.totals.packets)
    #expect(series.traffic.bins.reduce(0) { $0 + $1.bytes } == summary.totals.wireBytes)
    let connections = analysis.flows.compactMap(\.tcp)
    // Mirrored connections are in no sum, but what they show is not known to be shown again.
    let repeated = connections.reduce(0) {
      $0 + $1.originator.headlineRetransmissions + $1.responder.headlineRetransmissions
    }
    #expect(series.retransmissions.bins.reduce(0) { $0 + $1.count } == repeated)
    let rows = series.heatmap.rows
    let inRows = rows.heaviest(.max).reduce(0) { $0 + $1.weight }
    #expect(inRows + rows.others.bins.reduce(0) { $0 + $1.count } == repeated)
    let samples = connections.reduce(0) { $0 + $1.originator.rtt.count + $1.responder.rtt.count }
    #expect(series.roundTrips.bins.reduce(0) { $0 + UInt64($1.count) } == samples)
    #expect(
      series.openings.bins.reduce(0) { $0 + $1.count }
        == summary.tcp.connections - summary.tcp.partial
    )
  }

  @Test(arguments: Corpus.captures.filter(\.isReadable))
  func talkersAreThoseOfTheFlows(capture: CorpusCapture) throws {
    let analysis = try CapturedAnalysis(of: capture.path)
    let talkers = analysis.outcome.summary.talkers
    var bytes: [HostPair: UInt64] = [:]
    for flow in analysis.flows where !flow.carriesTunnel && flow.tcp?.mirrorOf == nil {
      let pair = HostPair(flow.originator.address, flow.responder.address)
      bytes[pair, default: 0] += flow.forward.wireBytes + flow.backward.wireBytes
    }
    guard bytes.count <= 2 * Talkers.limit else { return }
    let found = talkers.pairs.heaviest(.max)
    #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.key, $0.weight) }) == bytes)
    #expect(found.allSatisfy { $0.missed == 0 })
  }

  /// "-1.5" and "12.000000345" as nanoseconds.
  private static func nanoseconds(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ".")
    guard let seconds = parts.first.flatMap({ Int64($0) }) else { return nil }
    let digits = (parts.count > 1 ? parts[1] : "0").prefix(9)
    guard var fraction = Int64(digits) else { return nil }
    for _ in digits.count..<9 { fraction *= 10 }
    return seconds * 1_000_000_000 + (text.hasPrefix("-") ? -fraction : fraction)
  }
}
