/// What traffic there is: sessions one after the other, each with its start.
package protocol Workload {
  /// The next session and the nanoseconds between the previous session's start and its own.
  mutating func nextSession(
    using random: inout RandomSource
  ) -> (delay: UInt64, session: Session)?

  /// Nanoseconds after which the capture holds every frame again, as behind a badly set mirror
  /// port; nil for never.
  var mirrorDelay: UInt64? { get }
}

extension Workload {
  package var mirrorDelay: UInt64? { nil }
}
