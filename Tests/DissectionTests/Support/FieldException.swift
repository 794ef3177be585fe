import TestSupport
import Testing

/// A difference from tshark 4.0 that is meant, with its reason.
struct FieldException: Sendable {
  let capture: String
  /// The only frames that may differ; all frames where empty.
  var frames: [UInt64] = []
  /// Beginnings of the names of the fields that may differ; all fields where empty.
  var fields: [String] = []
  let reason: String

  func covers(_ frame: UInt64, _ field: String) -> Bool {
    (frames.isEmpty || frames.contains(frame))
      && (fields.isEmpty || fields.contains { field.hasPrefix($0) })
  }
}

/// Fails with some of the differences that no exception covers.
func expectNone<Message>(
  _ differences: [FieldComparison<Message>.Difference],
  besides exceptions: [FieldException],
  in capture: CorpusCapture
) {
  let exceptions = exceptions.filter { $0.capture == capture.name }
  let left = differences.filter { difference in
    !exceptions.contains { $0.covers(difference.frame, difference.field) }
  }
  let text = left.prefix(8).map(\.description).joined(separator: "\n")
  #expect(left.isEmpty, "\(left.count) differences, such as\n\(text)")
}
