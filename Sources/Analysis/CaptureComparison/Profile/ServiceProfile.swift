/// What is known of one service in one capture, for comparison with another.
package struct ServiceProfile: Mergeable {
  package internal(set) var flows: UInt64 = 0
  /// Bytes on the wire, both ways.
  package internal(set) var bytes: UInt64 = 0
  /// The application protocol of the first flow that told.
  package internal(set) var application: String?
  private var samples: [SampledMeasure: SampleHistogram] = [:]
  private var shares: [ShareMeasure: ClusteredShare] = [:]

  package init() {}

  package subscript(_ measure: SampledMeasure) -> SampleHistogram {
    samples[measure] ?? SampleHistogram()
  }

  package subscript(_ measure: ShareMeasure) -> ClusteredShare {
    shares[measure] ?? ClusteredShare()
  }

  mutating func add(_ sample: Int64?, to measure: SampledMeasure) {
    guard let sample else { return }
    samples[measure, default: SampleHistogram()].add(sample)
  }

  mutating func add(_ events: UInt64, of tries: UInt64, to measure: ShareMeasure) {
    shares[measure, default: ClusteredShare()].add(events: events, of: tries)
  }

  /// Adds one try.
  mutating func add(_ happened: Bool, to measure: ShareMeasure) {
    add(happened ? 1 : 0, of: 1, to: measure)
  }

  package mutating func merge(_ other: ServiceProfile) {
    flows &+= other.flows
    bytes &+= other.bytes
    application = application ?? other.application
    samples.merge(other.samples) { $0.merged(with: $1) }
    shares.merge(other.shares) { $0.merged(with: $1) }
  }
}

extension Mergeable {
  fileprivate func merged(with other: Self) -> Self {
    var sum = self
    sum.merge(other)
    return sum
  }
}
