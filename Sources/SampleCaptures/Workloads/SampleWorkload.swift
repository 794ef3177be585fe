/// A home network's minute with something of everything, good and bad.
package struct SampleWorkload: Workload {
  private var sessions: [(start: UInt64, session: Session)] = []
  private var position = 0

  package init(seed: UInt64 = 1) {
    var random = RandomSource(seed: seed)
    let all =
      Self.housekeeping() + Self.names() + Self.web(using: &random) + Self.downloads()
      + Self.troubles()
    sessions = all.sorted { $0.start < $1.start }
  }

  package mutating func nextSession(
    using random: inout RandomSource
  ) -> (delay: UInt64, session: Session)? {
    guard position < sessions.count else { return nil }
    let (start, session) = sessions[position]
    let previous = position == 0 ? 0 : sessions[position - 1].start
    position += 1
    return (start - previous, session)
  }

  typealias Scheduled = (start: UInt64, session: Session)

  static func at(milliseconds: UInt64, _ session: Session) -> Scheduled {
    (milliseconds * 1_000_000, session)
  }
}
