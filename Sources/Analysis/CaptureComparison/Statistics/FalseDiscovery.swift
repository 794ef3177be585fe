/// The procedure of Benjamini and Hochberg (1995): of many tests, those that can be believed when at
/// most a share `rate` of the believed ones may be false.
///
/// Where nothing has changed at all, the probability to believe any of them is `rate` as well.
enum FalseDiscovery {
  /// The largest probability that is believed; `nil` when none is.
  static func threshold(of probabilities: [Double], rate: Double) -> Double? {
    let sorted = probabilities.sorted()
    let number = Double(sorted.count)
    return sorted.enumerated().last { $0.element <= rate * Double($0.offset + 1) / number }?.element
  }
}
