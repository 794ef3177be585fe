/// How far the capture itself can be trusted: shown before anything that is derived from it.
package struct CaptureQuality: Sendable, Equatable {
  /// Every kind of measure once, in the order of `QualityMeasure.Kind`, zeros included.
  package var measures: [QualityMeasure]

  package init(measures: [QualityMeasure]) { self.measures = measures }

  /// The measures that a reader has to know of.
  package var notes: [QualityMeasure] { measures.filter { $0.severity > .ok } }

  package var severity: Severity { measures.lazy.map(\.severity).max() ?? .ok }

  package subscript(_ kind: QualityMeasure.Kind) -> QualityMeasure? {
    measures.first { $0.kind == kind }
  }
}
