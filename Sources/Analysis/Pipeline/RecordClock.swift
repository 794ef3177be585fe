package import CaptureFiles

/// Gives records that have no time that of the record before them.
///
/// Simple packet blocks of pcapng have none; at time 0 they would look 50 years older than their
/// neighbours.
package struct RecordClock: Sendable {
  private var last: Int64 = 0

  package init() {}

  /// Completes one record of a capture.
  ///
  /// To be asked of all in turn; `hasTime` stays as it is.
  @inline(__always)
  package mutating func complete(_ record: inout CaptureRecord) {
    if record.hasTime { last = record.nanoseconds } else { record.nanoseconds = last }
  }
}
