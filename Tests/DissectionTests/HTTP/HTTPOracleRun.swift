import Dissection
import TestSupport

/// The HTTP messages of a capture as tshark and as Apus see them, by the frame that completes them.
struct HTTPOracleRun {
  /// Values of a frame's messages, by the name of the field.
  typealias Row = [String: [String]]

  /// What tshark shows when it reads segments as they come.
  private(set) var theirs: [Int: Row] = [:]
  /// What it shows when it puts segments in order, for which it waits forever at a gap.
  private(set) var theirsInOrder: [Int: Row] = [:]
  private(set) var ours: [Int: Row] = [:]

  init(_ path: String, tshark: Tshark) throws {
    for conversation in try ConversationReader.conversations(in: path) {
      let dissector = conversation.dissect(
        with: HTTPDissector(),
        recognise: HTTPDissector.recognise
      )
      for transaction in dissector?.finished ?? [] { note(transaction, conversation) }
    }
    theirs = try Self.readTheirs(path, tshark, inOrder: false)
    if theirs != ours { theirsInOrder = try Self.readTheirs(path, tshark, inOrder: true) }
  }

  /// The frames whose messages differ from both that tshark shows.
  var differences: [Int] {
    guard theirs != ours else { return [] }
    return Set(theirs.keys).union(theirsInOrder.keys).union(ours.keys).sorted().filter { frame in
      ours[frame] != theirs[frame] && ours[frame] != theirsInOrder[frame]
    }
  }

  /// How a frame's values differ, in words.
  func describe(_ frame: Int) -> String {
    let differing = HTTPOracleField.all.compactMap { field -> String? in
      let their = theirs[frame]?[field.name] ?? []
      let our = ours[frame]?[field.name] ?? []
      return their == our ? nil : "\(field.name): tshark \(their), Apus \(our)"
    }
    return "frame \(frame): " + differing.joined(separator: "; ")
  }

  private static func readTheirs(
    _ path: String,
    _ tshark: Tshark,
    inOrder: Bool
  ) throws -> [Int: Row] {
    var frames: [Int: Row] = [:]
    let names = HTTPOracleField.all.map(\.name)
    let rows = try tshark.fields(
      ["frame.number"] + names,
      of: path,
      where: "tcp && (http.request.method || http.response.code)",
      aggregator: "\u{1}",
      options: ["-o", "tcp.reassemble_out_of_order:\(inOrder ? "TRUE" : "FALSE")"]
    )
    for row in rows {
      guard let frame = Int(row[0]) else { continue }
      for (name, text) in zip(names, row.dropFirst()) where !text.isEmpty {
        frames[frame, default: [:]][name] = text.split(separator: "\u{1}").map(String.init)
      }
    }
    return frames
  }

  private mutating func note(
    _ transaction: HTTPTransaction,
    _ conversation: CapturedConversation
  ) {
    if let request = transaction.request, let frame = request.times.end?.frame {
      for field in HTTPOracleField.all {
        add(field.ofRequest(request), to: field.name, of: frame)
      }
    }
    let interim = transaction.informational.map { HTTPResponse($0) }
    let answers = interim + [transaction.response].compactMap(\.self)
    // tshark ties a request to the first response of any kind that follows it.
    let asked = transaction.request?.times.end?.frame ?? 0
    let first = answers.firstIndex { ($0.times.end?.frame ?? 0) > asked }
    for (index, answer) in answers.enumerated() {
      var response = answer
      if let end = response.times.end, conversation.endsByClosing(response, transaction) {
        response.times.end = conversation.closing(after: end)
      }
      guard let frame = response.times.end?.frame, response.status != nil else { continue }
      for field in HTTPOracleField.all where index == first || !field.isOfPair {
        add(field.ofResponse(transaction, response), to: field.name, of: frame)
      }
    }
  }

  private mutating func add(_ value: String?, to field: String, of frame: UInt64) {
    // tshark has no field for an empty value.
    guard let value, !value.isEmpty else { return }
    ours[Int(frame), default: [:]][field, default: []].append(value)
  }
}

extension HTTPResponse {
  fileprivate init(_ interim: HTTPInformational) {
    self.init(
      version: HTTPVersion(major: 1, minor: 1),
      status: interim.status,
      reason: interim.reason,
      fields: HTTPFields(),
      times: HTTPTimes(start: interim.end, headEnd: interim.end, end: interim.end)
    )
  }
}

extension CapturedConversation {
  /// Whether nothing but the end of the connection ends the content (RFC 9112 §6.3, 8).
  fileprivate func endsByClosing(
    _ response: HTTPResponse,
    _ transaction: HTTPTransaction
  ) -> Bool {
    guard let status = response.status, status >= 200, status != 204, status != 304 else {
      return false
    }
    return response.fields.contentLength == nil && response.fields.transferEncoding == nil
      && transaction.request?.method != "HEAD" && transaction.upgrade == nil
  }

  /// When a side closed, at `moment` or later: there tshark shows what ended by it.
  fileprivate func closing(after moment: Moment) -> Moment {
    deliveries.first { delivery in
      guard case .close = delivery.step else { return false }
      return delivery.moment.frame >= moment.frame
    }?.moment ?? moment
  }
}
