import Flows

/// What a rule sees in one flow; the symptoms of one subject become one finding.
struct Symptom {
  var kind: FindingKind
  /// Whom the finding will be about.
  var subject: FindingSubject
  /// Whose packets show it.
  var direction: FlowDirection?
  var measures: SymptomMeasures
  /// Estimated nanoseconds that the flow's user lost: ranks flows.
  var timeLost: Int64
  /// Frames that show it, as far as they were kept, and how many there were.
  var frames: [UInt64]
  var frameCount: UInt64

  init(
    _ kind: FindingKind,
    _ subject: FindingSubject,
    _ direction: FlowDirection? = nil,
    _ measures: SymptomMeasures = SymptomMeasures(),
    timeLost: Int64 = 0,
    frames: [UInt64],
    frameCount: UInt64? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.direction = direction
    self.measures = measures
    self.timeLost = timeLost
    self.frames = frames
    self.frameCount = max(frameCount ?? 0, UInt64(frames.count))
  }
}
