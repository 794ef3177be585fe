/// Numbers for tests, the same in every run (Knuth's MMIX generator).
struct TestRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 17
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
