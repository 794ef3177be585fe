import SampleCaptures
import Testing

struct SimulationTests {
  private static let bench = CaptureWalk(
    Simulation(BenchWorkload(), seed: 5, nanoseconds: true, byteLimit: 3_000_000)
  )

  @Test
  func sameSeedGivesSameBytes() {
    let again = CaptureWalk(
      Simulation(BenchWorkload(), seed: 5, nanoseconds: true, byteLimit: 3_000_000)
    )
    #expect(again.bytes == Self.bench.bytes)
    #expect(again.truth == Self.bench.truth)
  }

  @Test
  func downloadIsOneConnectionOfItsLength() {
    let walk = CaptureWalk(Simulation(DownloadWorkload(length: 3_000_000), seed: 1))
    #expect(walk.truth.tcpConnections == 1)
    #expect(walk.truth.flows == 1)
    #expect(walk.truth.bytes > 3_000_000)
    #expect(walk.truth.bytes < 3_500_000)
  }

  @Test
  func anotherSeedGivesOtherBytes() {
    let other = CaptureWalk(
      Simulation(BenchWorkload(), seed: 6, nanoseconds: true, byteLimit: 3_000_000)
    )
    #expect(other.bytes != Self.bench.bytes)
  }

  @Test
  func packetsAreInOrderOfTime() {
    let times = Self.bench.records.map(\.time)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(times.first == Self.bench.truth.firstTime)
    #expect(times.last == Self.bench.truth.lastTime)
  }

  @Test
  func truthCountsWhatIsInTheFile() {
    let walk = Self.bench
    #expect(walk.truth.packets == walk.records.count)
    #expect(walk.truth.bytes == walk.records.reduce(0) { $0 + $1.frame.count })
    #expect(walk.bytes.count >= 3_000_000)
    #expect(walk.bytes.count < 3_002_000)
  }

  @Test
  func longerCaptureLastsProportionallyLonger() {
    let short = CaptureWalk(Simulation(BenchWorkload(), seed: 9, byteLimit: 4_000_000)).truth
    let long = CaptureWalk(Simulation(BenchWorkload(), seed: 9, byteLimit: 16_000_000)).truth
    let ratio = Double(long.flows) / Double(short.flows)
    #expect((2.5...6).contains(ratio))
    for truth in [short, long] {
      let seconds = Double(truth.lastTime - truth.firstTime) / 1e9
      #expect((50...85).contains(Double(truth.flows) / seconds))
    }
  }

  @Test
  func microsecondAndNanosecondFilesDifferInMagicAndFractionOnly() {
    let coarse = CaptureWalk(Simulation(SampleWorkload(), seed: 1))
    let fine = CaptureWalk(Simulation(SampleWorkload(), seed: 1, nanoseconds: true))
    #expect(coarse.bytes.prefix(4) == [0xD4, 0xC3, 0xB2, 0xA1])
    #expect(fine.bytes.prefix(4) == [0x4D, 0x3C, 0xB2, 0xA1])
    #expect(coarse.records.map(\.time) == fine.records.map { $0.time / 1000 * 1000 })
    #expect(coarse.records.map(\.frame) == fine.records.map(\.frame))
  }

  @Test
  func shortFlowsAreAsManyAsAskedFor() {
    let walk = CaptureWalk(Simulation(ShortFlowWorkload(count: 500), seed: 1))
    #expect(walk.truth.flows == 500)
    #expect((300...400).contains(walk.truth.tcpConnections))
    #expect(walk.truth.retransmissionsSeenTwice == 0)
  }
}
