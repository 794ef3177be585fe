/// Captures whose round-trip times rightly differ from tcptrace's, each with its reason.
enum RoundTripDifference {
  static let reasons: [String: String] = [:]
}
