import Flows
import Packets
import Testing

@testable import Analysis

struct CaptureSeriesTests {
  private static func packet(at milliseconds: Int64, bytes: UInt32, level: UInt8 = 0)
    -> PacketHeaders
  {
    var packet = PacketHeaders()
    packet.time = Timestamp(nanoseconds: milliseconds * 1_000_000)
    packet.wireLength = bytes
    packet.level = level
    return packet
  }

  @Test
  func framesCountOnceWhateverTheyCarry() {
    var series = CaptureSeries()
    series.add(Self.packet(at: 10, bytes: 60))
    series.add(Self.packet(at: 10, bytes: 60, level: 1))
    series.add(Self.packet(at: 12, bytes: 1514))
    let bins = series.traffic.bins(on: series.axis)
    #expect(series.axis == SeriesAxis(first: 10, width: 1_000_000, count: 3))
    #expect(bins.map(\.packets) == [1, 0, 1])
    #expect(bins.map(\.bytes) == [60, 0, 1514])
  }

  @Test
  func retransmissionsGoToTheirTimeAndPair() {
    var series = CaptureSeries()
    for milliseconds in [5, 5, 7] as [Int64] {
      series.add(
        RetransmissionSample(
          time: Timestamp(nanoseconds: milliseconds * 1_000_000),
          source: IPAddress(v4: milliseconds == 5 ? 2 : 1),
          destination: IPAddress(v4: milliseconds == 5 ? 1 : 2)
        )
      )
    }
    #expect(series.retransmissions.bins.map(\.count) == [2, 0, 1])
    let rows = series.heatmap.rows.heaviest(5)
    #expect(rows.map(\.weight) == [3])
    #expect(rows.first?.key == HostPair(IPAddress(v4: 1), IPAddress(v4: 2)))
  }

  @Test
  func connectionsCountAtTheirFirstSYN() {
    var series = CaptureSeries()
    series.add(FlowRecord.connection())
    series.add(FlowRecord.connection { $0.isPartial = true })
    series.add(FlowRecord.connection { $0.mirrorOf = 1 })
    series.add(FlowRecord())
    #expect(series.openings.bins.map(\.count) == [1])
    #expect(series.openings.start(of: 0).nanoseconds == 1_000_000_000)
  }

  @Test
  func heatmapRowsArePairsWithTheirMoments() throws {
    var heatmap = RetransmissionHeatmap()
    for host in 1...300 as ClosedRange<UInt32> {
      let pair = HostPair(IPAddress(v4: 0), IPAddress(v4: host))
      for repeated in 0..<(host <= 10 ? 400 : 1) {
        heatmap.add(pair, at: Timestamp(nanoseconds: Int64(repeated) * 1_000_000))
      }
    }
    #expect(heatmap.rows.count <= 2 * RetransmissionHeatmap.rowLimit)
    let rows = heatmap.rows.heaviest(10)
    #expect(rows.map(\.key.high.v4) == Array(1...10))
    #expect(
      rows.allSatisfy {
        $0.missed == 0 && $0.tally.bins.map(\.count) == Array(repeating: 1, count: 400)
      }
    )
  }

  @Test
  func mergedSeriesAreTheSeriesOfAll() {
    var (one, other, all) = (CaptureSeries(), CaptureSeries(), CaptureSeries())
    for index in 0..<2000 as Range<Int64> {
      let packet = Self.packet(at: index * 37, bytes: UInt32(60 + index % 1400))
      all.add(packet)
      if index % 3 == 0 { one.add(packet) } else { other.add(packet) }
      let time = packet.time
      guard index % 50 == 0 else { continue }
      let sample = RoundTripSample(time: time, nanoseconds: index * 1000)
      all.add(sample)
      other.add(sample)
      all.addNameLookup(index * 3000, at: time)
      one.addNameLookup(index * 3000, at: time)
    }
    one.merge(other)
    #expect(one.axis == all.axis)
    #expect(one.traffic.bins(on: one.axis) == all.traffic.bins(on: all.axis))
    for path in [\CaptureSeries.roundTrips, \CaptureSeries.nameLookups] {
      let merged = one[keyPath: path].bins(on: one.axis).map { $0.percentile(0.5) }
      #expect(merged == all[keyPath: path].bins(on: all.axis).map { $0.percentile(0.5) })
    }
  }
}
