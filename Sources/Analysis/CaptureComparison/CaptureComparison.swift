package import Packets

/// Two captures of the same services, before and after a change.
package struct CaptureComparison: Sendable {
  /// Services, the worst change first, then those of one capture alone.
  package private(set) var services: [ServiceComparison] = []
  /// Hosts of one capture alone.
  package private(set) var hosts: [HostPresence] = []
  /// Hosts in both captures.
  package private(set) var commonHosts: UInt64 = 0
  /// Hosts and services of one capture that the other may have left out.
  package private(set) var undecidedHosts: UInt64 = 0
  package private(set) var undecidedServices: UInt64 = 0

  package struct HostPresence: Sendable {
    package var address: IPAddress
    package var presence: Presence
    package var flows: UInt64
    package var bytes: UInt64
  }

  package init(before: CaptureProfile, after: CaptureProfile) {
    compareServices(before, after)
    compareHosts(before, after)
  }

  /// Something has become worse.
  package var isRegression: Bool { services.contains { $0.verdict == .worse } }

  /// Measures of services by what came of them.
  package func measures(_ verdict: ChangeVerdict) -> Int {
    services.reduce(0) { $0 + $1.changes.count { $0.verdict == verdict } }
  }

  private mutating func compareServices(_ before: CaptureProfile, _ after: CaptureProfile) {
    typealias Hitter = HeavyHitters<Service, ServiceProfile>.Hitter
    var old: [Service: Hitter] = [:]
    for hitter in before.services.heaviest(.max) { old[hitter.key] = hitter }
    var tests: [(service: ServiceComparison, tests: [MeasureTest])] = []
    for hitter in after.services.heaviest(.max) {
      if let earlier = old.removeValue(forKey: hitter.key) {
        tests.append(
          (
            ServiceComparison(hitter.key, earlier.tally, hitter.tally),
            Self.tests(earlier.tally, hitter.tally)
          )
        )
      } else if hitter.weight > before.services.largestMissed {
        tests.append((ServiceComparison(hitter.key, nil, hitter.tally), []))
      } else {
        undecidedServices += 1
      }
    }
    for hitter in old.values {
      if hitter.weight > after.services.largestMissed {
        tests.append((ServiceComparison(hitter.key, hitter.tally, nil), []))
      } else {
        undecidedServices += 1
      }
    }
    let threshold = FalseDiscovery.threshold(
      of: tests.flatMap { $0.tests.flatMap(\.probabilities) },
      rate: ComparisonThresholds.falseDiscoveryRate
    )
    services = tests.map { service, tests in
      var service = service
      service.changes = tests.map { $0.change(believing: threshold) }.sorted {
        $0.verdict != $1.verdict ? $0.verdict < $1.verdict : $0.magnitude > $1.magnitude
      }
      return service
    }.sorted(by: Self.isBefore)
  }

  /// The order of services: in both captures by what has become of them, then those of one alone,
  /// busiest first.
  private static func isBefore(_ left: ServiceComparison, _ right: ServiceComparison) -> Bool {
    if left.presence != right.presence { return left.presence.rank < right.presence.rank }
    if left.verdict != right.verdict { return left.verdict < right.verdict }
    if left.magnitude != right.magnitude { return left.magnitude > right.magnitude }
    let (one, other) = (
      left.before.flows + left.after.flows, right.before.flows + right.after.flows
    )
    return one != other ? one > other : left.service < right.service
  }

  private static func tests(_ before: ServiceProfile, _ after: ServiceProfile) -> [MeasureTest] {
    SampledMeasure.allCases.compactMap { MeasureTest($0, before[$0], after[$0]) }
      + ShareMeasure.allCases.compactMap { MeasureTest($0, before[$0], after[$0]) }
  }

  private mutating func compareHosts(_ before: CaptureProfile, _ after: CaptureProfile) {
    let old = before.hosts.heaviest(.max)
    let new = after.hosts.heaviest(.max)
    let known = Set(old.map(\.key))
    commonHosts = UInt64(new.count { known.contains($0.key) })
    take(old, .onlyBefore, knownElsewhere: Set(new.map(\.key)), after.hosts.largestMissed)
    take(new, .onlyAfter, knownElsewhere: known, before.hosts.largestMissed)
  }

  /// Hosts of one capture that the other does not know; `missed` is what it may have left out.
  private mutating func take(
    _ hitters: [HeavyHitters<IPAddress, TrafficTally>.Hitter],
    _ presence: Presence,
    knownElsewhere known: Set<IPAddress>,
    _ missed: UInt64
  ) {
    for hitter in hitters where !known.contains(hitter.key) {
      guard hitter.weight > missed else {
        undecidedHosts += 1
        continue
      }
      hosts.append(
        HostPresence(
          address: hitter.key,
          presence: presence,
          flows: hitter.tally.flows,
          bytes: hitter.tally.bytes
        )
      )
    }
  }
}

extension Presence {
  fileprivate var rank: Int {
    switch self {
    case .both: 0
    case .onlyBefore: 1
    case .onlyAfter: 2
    }
  }
}

extension ServiceComparison {
  /// A service by its profiles; `nil` is one that was not there.
  fileprivate init(_ service: Service, _ before: ServiceProfile?, _ after: ServiceProfile?) {
    self.init(
      service: service,
      application: after?.application ?? before?.application,
      presence: before == nil ? .onlyAfter : after == nil ? .onlyBefore : .both,
      before: Traffic(flows: before?.flows ?? 0, bytes: before?.bytes ?? 0),
      after: Traffic(flows: after?.flows ?? 0, bytes: after?.bytes ?? 0)
    )
  }
}
