extension QualityMeasure {
  /// What it means for the reader, in plain words.
  package var consequence: String { kind.rawValue }
}
