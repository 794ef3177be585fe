import FuzzTargets
import Testing

/// The assembler against a model that holds everything, on scripts of segments, acknowledgments and
/// FINs; the target traps where they differ.
struct StreamScriptTests {
  @Test(.timeLimit(.minutes(1)), arguments: 0..<128)
  func assemblerTellsWhatTheModelTells(seed: UInt64) {
    var state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
    for _ in 0..<40 {
      var script = [UInt8(truncatingIfNeeded: seed)]
      for _ in 0..<240 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        script.append(UInt8(truncatingIfNeeded: state >> 33))
      }
      FuzzTarget.streams.run(script)
    }
  }
}
