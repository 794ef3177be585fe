/// Whether a sender's IPv4 identification counts up from packet to packet, so that it tells which of
/// two packets was sent first.
///
/// It holds when at least 6 of the last up to 24 steps are known and 85 % of them lie in 1 … 64.
struct IdentificationTrend {
  private var last: UInt16 = 0
  private var hasLast = false
  /// One bit for each of the last 24 steps: 1 = small and upward.
  private var steps: UInt32 = 0
  private var known: UInt8 = 0

  private static let window: UInt8 = 24
  private static let largestStep: UInt16 = 64

  init() {}

  var isMonotonic: Bool {
    known >= 6 && steps.nonzeroBitCount * 100 >= Int(known) * 85
  }

  /// Takes the identification of the next packet of this sender; 0 says nothing.
  mutating func add(_ identification: UInt16) {
    guard identification != 0 else { return }
    if hasLast {
      let step = identification &- last
      let isUpward = step >= 1 && step <= Self.largestStep
      steps = ((steps << 1) | (isUpward ? 1 : 0)) & ((1 << 24) - 1)
      known = min(Self.window, known + 1)
      // A late packet must not make the next in-order one look like a jump.
      if Int16(bitPattern: step) < 0, Int16(bitPattern: step) > -1024 { return }
    }
    last = identification
    hasLast = true
  }

  /// `first` was sent before `second`, as far as 16 bits tell.
  static func precedes(_ first: UInt16, _ second: UInt16) -> Bool {
    Int16(bitPattern: first &- second) < 0
  }
}
