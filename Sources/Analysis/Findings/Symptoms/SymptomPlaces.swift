/// Some of the rules of flows, by their places in `FindingRules.ofFlows`.
struct SymptomPlaces: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ places: some Sequence<Int>) {
    self.init(rawValue: places.reduce(0) { $0 | 1 << UInt32($1) })
  }

  mutating func insert(place: Int) { self = union(SymptomPlaces([place])) }

  func contains(place: Int) -> Bool { rawValue & 1 << UInt32(place) != 0 }
}

extension FindingRules {
  /// For each rule of flows those that explain what it finds in the same flow.
  static let explaining: [SymptomPlaces] = ofFlows.map { effect in
    SymptomPlaces(
      ofFlows.indices.filter {
        FindingCause.explains(ofFlows[$0].description.kind, effect.description.kind)
      }
    )
  }

  /// Which of a flow's symptoms explain one of them, or what explains it.
  static func explaining(_ place: Int, among found: SymptomPlaces) -> SymptomPlaces {
    var all = found.intersection(explaining[place])
    guard !all.isEmpty else { return all }
    // Consequences come after their causes, so that one pass from the last to the first is enough.
    for cause in causesFirst.reversed() where all.contains(place: cause) {
      all.formUnion(found.intersection(explaining[cause]))
    }
    return all
  }

  /// The places of the rules of flows, those that explain before those that are explained.
  static let causesFirst: [Int] = {
    var order: [Int] = []
    while order.count < ofFlows.count {
      let known = SymptomPlaces(order)
      let next = ofFlows.indices.filter {
        !known.contains(place: $0) && explaining[$0].isSubset(of: known)
      }
      guard !next.isEmpty else { return Array(ofFlows.indices) }
      order += next
    }
    return order
  }()
}
