import Testing

@testable import Analysis

struct HeavyHittersTests {
  private static let limit = 50

  /// Keys with weights: few heavy ones and a long tail, in a mixed order.
  private static func stream(_ count: Int, keys: Int, seed: UInt64) -> [(key: Int, weight: UInt64)]
  {
    var random = TestRandom(seed: seed)
    return (0..<count).map { _ in
      let key = random.below(3) == 0 ? random.below(10) : 10 + random.below(keys)
      return (key, UInt64(1 + random.below(key < 10 ? 1000 : 40)))
    }
  }

  private static func hitters(
    _ stream: some Sequence<(key: Int, weight: UInt64)>
  ) -> HeavyHitters<Int, CountBin> {
    var hitters = HeavyHitters<Int, CountBin>(limit: limit)
    for (key, weight) in stream { hitters.add(key, weight: weight) { $0.count += weight } }
    return hitters
  }

  private static func exact(_ stream: [(key: Int, weight: UInt64)]) -> [Int: UInt64] {
    stream.reduce(into: [:]) { $0[$1.key, default: 0] += $1.weight }
  }

  private static func expectSound(
    _ hitters: HeavyHitters<Int, CountBin>,
    _ exact: [Int: UInt64],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let listed = hitters.heaviest(.max)
    for hitter in listed {
      let truth = exact[hitter.key] ?? 0
      let range = hitter.weight...(hitter.weight + hitter.missed)
      #expect(range.contains(truth), "key \(hitter.key)", sourceLocation: sourceLocation)
      #expect(hitter.tally.count == hitter.weight, sourceLocation: sourceLocation)
    }
    let keys = Set(listed.map(\.key))
    for (key, truth) in exact where !keys.contains(key) {
      #expect(truth <= hitters.largestMissed, "key \(key)", sourceLocation: sourceLocation)
    }
    let total = exact.values.reduce(0, +)
    let counted = listed.reduce(hitters.others.count) { $0 + $1.tally.count }
    #expect(counted == total, sourceLocation: sourceLocation)
    #expect(
      hitters.largestMissed <= total / UInt64(limit),
      sourceLocation: sourceLocation
    )
  }

  @Test
  func fewKeysAreExact() {
    let stream = Self.stream(5000, keys: 80, seed: 1)
    let exact = Self.exact(stream)
    let hitters = Self.hitters(stream)
    #expect(hitters.largestMissed == 0)
    let expected = exact.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    #expect(hitters.heaviest(.max).map(\.key) == expected.map(\.key))
    #expect(hitters.heaviest(.max).map(\.weight) == expected.map(\.value))
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func manyKeysStayWithinTheErrorStated(seed: UInt64) {
    let stream = Self.stream(40_000, keys: 9000, seed: seed)
    let hitters = Self.hitters(stream)
    #expect(hitters.count <= 2 * Self.limit)
    #expect(hitters.largestMissed > 0)
    Self.expectSound(hitters, Self.exact(stream))
    #expect(Set(hitters.heaviest(10).map(\.key)) == Set(0..<10))
  }

  @Test
  func keysOfEqualWeightStayWithinTheErrorStated() {
    let stream = (0..<20_000).map { (key: $0, weight: UInt64(3)) }
    Self.expectSound(Self.hitters(stream), Self.exact(stream))
  }

  @Test
  func mergedListsStayWithinTheErrorStated() {
    let parts = (1...4).map { Self.stream(9000, keys: 4000, seed: UInt64($0)) }
    var merged = HeavyHitters<Int, CountBin>(limit: Self.limit)
    for part in parts { merged.merge(Self.hitters(part)) }
    #expect(merged.count <= 2 * Self.limit)
    Self.expectSound(merged, Self.exact(parts.flatMap(\.self)))
  }

  @Test
  func listIsTheSameInEveryRun() {
    let stream = Self.stream(30_000, keys: 5000, seed: 9)
    let lists = (0..<3).map { _ in
      Self.hitters(stream).heaviest(20).map { [UInt64($0.key), $0.weight, $0.missed] }
    }
    #expect(lists[0] == lists[1])
    #expect(lists[1] == lists[2])
  }
}
