import TestSupport

/// Fields of messages as tshark prints them, compared frame by frame.
struct FieldComparison<Message> {
  /// One field of tshark and the same thing said by a message.
  struct Field: Sendable {
    let name: String
    let values: @Sendable (Message) -> [String]

    init(_ name: String, _ values: @escaping @Sendable (Message) -> [String]) {
      self.name = name
      self.values = values
    }
  }

  struct Difference: CustomStringConvertible {
    var frame: UInt64
    var field: String
    var tshark: String
    var apus: String
    var description: String { "frame \(frame) \(field): tshark [\(tshark)], Apus [\(apus)]" }
  }

  let fields: [Field]

  /// Where tshark and `messages` (by frame number) differ; a frame that one of them does not have
  /// has only empty fields there.
  func differences(_ path: String, _ messages: [UInt64: [Message]]) throws -> [Difference] {
    guard let tshark = Tshark() else { return [] }
    let rows = try tshark.fields(["frame.number"] + fields.map(\.name), of: path)
    var differences: [Difference] = []
    for row in rows {
      guard let frame = row.first.flatMap({ UInt64($0) }) else { continue }
      for (field, theirs) in zip(fields, row.dropFirst()) {
        let ours = (messages[frame] ?? []).flatMap(field.values).joined(separator: ";")
        if ours != theirs {
          differences.append(
            Difference(frame: frame, field: field.name, tshark: String(theirs), apus: ours)
          )
        }
      }
    }
    return differences
  }
}
