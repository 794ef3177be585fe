/// The sessions of a scenario, one after the other.
package struct FaultWorkload: Workload {
  private let sessions: [ServiceScript.Scheduled]
  private var position = 0
  package let mirrorDelay: UInt64?

  init(_ service: ServiceScript) {
    // Sessions of one instant stay in the order in which they were written.
    sessions = service.sessions.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element)
    mirrorDelay = service.mirrorDelay
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
}
