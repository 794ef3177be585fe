import Flows
import Testing

@testable import Analysis

/// A connection with one trouble, and what is to be said of it.
struct AssessmentCase: Sendable, CustomTestStringConvertible {
  var name: String
  var kind: ReasonKind
  var severity: Severity
  var direction: FlowDirection?
  /// A part of the explanation.
  var words: String
  var record: FlowRecord

  var testDescription: String { name }

  init(
    _ name: String,
    _ kind: ReasonKind,
    _ severity: Severity,
    _ direction: FlowDirection?,
    _ words: String,
    _ record: FlowRecord
  ) {
    self.name = name
    self.kind = kind
    self.severity = severity
    self.direction = direction
    self.words = words
    self.record = record
  }

  static let all: [AssessmentCase] = opening + loss + delay + endpoints + odd
}
