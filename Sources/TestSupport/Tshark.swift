/// The installed tshark as an oracle, with every preference pinned that changes the fields.
package struct Tshark: Sendable {
  /// Why a test was skipped where tshark is not installed.
  package static let absence = "needs tshark"
  /// Whether tshark is on PATH.
  package static let isPresent = Tool.isPresent("tshark")

  private static let preferences = [
    "tcp.analyze_sequence_numbers:TRUE", "tcp.track_bytes_in_flight:TRUE",
    "tcp.fastrt_supersedes_ooo:TRUE", "tcp.reassemble_out_of_order:FALSE",
    "tcp.desegment_tcp_streams:TRUE", "tcp.check_checksum:FALSE", "ip.check_checksum:FALSE",
    "udp.check_checksum:FALSE", "ip.defragment:TRUE", "ip.tso_support:TRUE",
  ]
  private let tool: Tool

  package init?() {
    guard let tool = Tool("tshark") else { return nil }
    self.tool = tool
  }

  /// The values of `fields` of every frame of the capture at `path`, as columns of text; the
  /// occurrences of a field within a frame are joined by `aggregator`.
  ///
  /// `filter` chooses frames, `options` are further arguments of tshark.
  package func fields(
    _ fields: [String],
    of path: String,
    where filter: String? = nil,
    aggregator: Character = ";",
    options: [String] = []
  ) throws -> [[Substring]] {
    var arguments = ["-n", "-r", path]
    for preference in Self.preferences { arguments += ["-o", preference] }
    arguments += options
    if let filter { arguments += ["-Y", filter] }
    arguments += ["-T", "fields", "-E", "separator=/t", "-E", "occurrence=a"]
    arguments += ["-E", "aggregator=\(aggregator)"]
    for field in fields { arguments += ["-e", field] }
    return try tool.run(arguments).lines.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  /// The lines of "follow stream" for TCP streams, as hexadecimal text; those of the second node
  /// begin with a tab.
  package func follow(_ streams: [UInt32], of path: String) throws -> [UInt32: [Substring]] {
    var arguments = ["-n", "-q", "-r", path]
    for preference in Self.preferences { arguments += ["-o", preference] }
    for stream in streams { arguments += ["-z", "follow,tcp,raw,\(stream)"] }
    var followed: [UInt32: [Substring]] = [:]
    var current: UInt32?
    for line in try tool.run(arguments).lines {
      if line.hasPrefix("Filter: tcp.stream eq ") {
        current = line.split(separator: " ").last.flatMap { UInt32($0) }
      } else if let current, !["Node ", "==", "Follow: "].contains(where: line.hasPrefix) {
        followed[current, default: []].append(line)
      }
    }
    return followed
  }
}
