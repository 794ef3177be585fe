/// The last few packets without sequence space (pure ACKs, RSTs) of one direction, to recognise a
/// mirror's copy of one.
struct RecentPackets {
  private var entries: InlineArray<8, UInt64> = .init(repeating: 0)
  private var next: UInt8 = 0

  init() {}

  /// Says whether a packet with this fingerprint and IP identification was captured at most `span`
  /// nanoseconds ago, and remembers this one.
  mutating func recall(
    _ fingerprint: UInt32,
    _ identification: UInt16,
    at time: Int64,
    within span: Int64
  )
    -> Bool
  {
    let mark = UInt64(fingerprint ^ UInt32(identification) &* 0x9e37_79b1) << 32
    let micros = UInt64(UInt32(truncatingIfNeeded: time / 1000))
    var isKnown = false
    for index in 0..<8 where entries[index] & 0xffff_ffff_0000_0000 == mark {
      let age = Int64(Int32(truncatingIfNeeded: micros &- (entries[index] & 0xffff_ffff)))
      if age >= 0, age <= span / 1000 + 1 { isKnown = true }
    }
    entries[Int(next)] = mark | micros
    next = (next + 1) & 7
    return isKnown
  }
}
