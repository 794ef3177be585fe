package import Flows

/// A flow that has ended, with what several rules ask of it.
package struct EndedFlow {
  /// Not copied: records are large.
  package let record: UnsafePointer<FlowRecord>
  /// What became of the SYN that it began with.
  let attempt: ConnectionAttempt?

  init(_ record: UnsafePointer<FlowRecord>) {
    self.record = record
    attempt = ConnectionAttempt(record)
  }
}
