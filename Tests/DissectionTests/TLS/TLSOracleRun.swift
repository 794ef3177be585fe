import Dissection
import TestSupport

/// TLS of a capture as tshark and as Apus see it, stream by stream.
///
/// tshark shows a message in the frame that completes its record, Apus in the one that completes the
/// message: so it is the order within a stream that is compared.
struct TLSOracleRun {
  /// Values of a stream in their order, by the name of the field.
  typealias Row = [String: [String]]

  private(set) var theirs: [UInt64: Row] = [:]
  private(set) var ours: [UInt64: Row] = [:]
  private var streams: [Substring: UInt64] = [:]

  init(_ path: String, tshark: Tshark) throws {
    try readTheirs(path, tshark)
    for conversation in try ConversationReader.conversations(in: path) {
      let dissector = conversation.dissect(
        with: TLSDissector(),
        recognise: TLSDissector.recognise
      )
      for session in dissector?.finished ?? [] { note(session, of: conversation.firstFrame) }
    }
  }

  /// A field of a stream in which the two differ.
  struct Difference: CustomStringConvertible {
    /// First frame of the stream.
    var stream: UInt64
    var field: String
    var theirs: [String]
    var ours: [String]

    var description: String { "\(stream) \(field): tshark \(theirs), Apus \(ours)" }
  }

  var differences: [Difference] {
    Set(theirs.keys).union(ours.keys).sorted().flatMap { stream in
      TLSOracleField.all.compactMap { field -> Difference? in
        let theirs = theirs[stream]?[field.name] ?? []
        let ours = ours[stream]?[field.name] ?? []
        guard theirs != ours else { return nil }
        return Difference(stream: stream, field: field.name, theirs: theirs, ours: ours)
      }
    }
  }

  private mutating func readTheirs(_ path: String, _ tshark: Tshark) throws {
    let names = TLSOracleField.all.map(\.name)
    let rows = try tshark.fields(
      ["frame.number", "tcp.stream", "tls.record.content_type"] + names,
      of: path,
      where: "tcp"
    )
    for row in rows {
      guard let frame = UInt64(row[0]) else { continue }
      let stream = streams[row[1]] ?? frame
      streams[row[1]] = stream
      guard !row[2].isEmpty else { continue }
      for (name, text) in zip(names, row.dropFirst(3)) where !text.isEmpty {
        let values = text.split(separator: ";").map(String.init)
        theirs[stream, default: [:]][name, default: []] +=
          name == "x509af.serialNumber" ? values.map(Self.withoutSign) : values
      }
    }
  }

  /// tshark shows the byte that makes a number positive.
  private static func withoutSign(_ serial: String) -> String {
    serial.hasPrefix("00") && serial.count > 2 ? String(serial.dropFirst(2)) : serial
  }

  private mutating func note(_ session: TLSSession, of stream: UInt64) {
    for field in TLSOracleField.all {
      for (_, value) in field.values(session).sorted(by: { $0.frame < $1.frame }) {
        ours[stream, default: [:]][field.name, default: []].append(value)
      }
    }
  }
}
