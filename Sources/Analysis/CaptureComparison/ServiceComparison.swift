/// One service, before and after.
package struct ServiceComparison: Sendable {
  package var service: Service
  /// The application protocol, where it is known.
  package var application: String?
  package var presence: Presence
  package var before: Traffic
  package var after: Traffic
  /// Of services in both captures: measures with samples in either, worst change first.
  package var changes: [MeasureChange] = []

  package struct Traffic: Sendable {
    package var flows: UInt64 = 0
    /// Bytes on the wire.
    package var bytes: UInt64 = 0
  }

  /// The worst verdict of all measures; `.tooFew` where nothing could be compared.
  package var verdict: ChangeVerdict { changes.map(\.verdict).min() ?? .tooFew }

  /// The greatest change among those of the worst verdict.
  var magnitude: Double {
    changes.first.map { $0.verdict == verdict ? $0.magnitude : 1 } ?? 1
  }
}

/// In which captures something was seen; raw values are stable names for programs.
package enum Presence: String, Sendable {
  case both
  case onlyBefore = "only_before"
  case onlyAfter = "only_after"
}
