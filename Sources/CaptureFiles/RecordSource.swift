/// Something that yields the records of a capture batch by batch: one file, or many merged.
package protocol RecordSource: ~Copyable {
  /// Replaces the batch's contents with the next records; false where there are no more.
  mutating func read(into batch: inout RecordBatch) throws(CaptureFileError) -> Bool

  /// What is known so far; complete once `read` has returned false.
  var facts: CaptureFacts { get }

  /// The facts of each input file.
  var files: [CaptureFacts] { get }
}

extension RecordSource where Self: ~Copyable {
  /// A source of one file has only that one.
  package var files: [CaptureFacts] { [facts] }
}
