/// A filter as the parser understood it.
indirect enum FilterNode: Equatable {
  case test(FilterTest)
  case not(FilterNode)
  /// All of them; never empty.
  case all([FilterNode])
  /// At least one of them; never empty.
  case any([FilterNode])
}
