/// How many of so many tries came to an event, counted in clusters whose tries are not independent
/// (the segments of a connection, which are lost in bursts).
///
/// The sums of squares give the variance of the ratio between clusters (Cochran, Sampling
/// Techniques, 3rd ed. 1977, §2.11), which the binomial formula would put too low.
package struct ClusteredShare: Mergeable, Equatable {
  package private(set) var events: UInt64 = 0
  package private(set) var tries: UInt64 = 0
  package private(set) var clusters: UInt64 = 0
  private var squaredEvents = 0.0
  private var squaredTries = 0.0
  private var products = 0.0

  package init() {}

  /// Adds a cluster; one without tries does not count.
  package mutating func add(events: UInt64, of tries: UInt64) {
    guard tries > 0 else { return }
    let events = min(events, tries)
    self.events &+= events
    self.tries &+= tries
    clusters &+= 1
    squaredEvents += Double(events) * Double(events)
    squaredTries += Double(tries) * Double(tries)
    products += Double(events) * Double(tries)
  }

  package mutating func merge(_ other: ClusteredShare) {
    events &+= other.events
    tries &+= other.tries
    clusters &+= other.clusters
    squaredEvents += other.squaredEvents
    squaredTries += other.squaredTries
    products += other.products
  }

  /// Events for each try, 0 to 1; `nil` without tries.
  package var share: Double? { tries == 0 ? nil : Double(events) / Double(tries) }

  /// Variance of the share by how clusters differ from it.
  var variance: Double {
    guard let share, clusters > 1 else { return 0 }
    let residual = squaredEvents - 2 * share * products + share * share * squaredTries
    let number = Double(clusters)
    return max(0, residual) / (Double(tries) * Double(tries)) * number / (number - 1)
  }
}

extension ClusteredShare {
  /// Tries that are independent: each is a cluster of its own.
  init(independent events: UInt64, of tries: UInt64) {
    self.events = min(events, tries)
    self.tries = tries
    clusters = tries
    squaredEvents = Double(self.events)
    squaredTries = Double(tries)
    products = Double(self.events)
  }
}
