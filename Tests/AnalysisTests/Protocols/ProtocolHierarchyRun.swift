import CaptureFiles
import TestSupport

@testable import Analysis

/// A capture's protocol hierarchy by Apus and by tshark, as counts by path ("eth:ip:tcp:http").
///
/// In tshark's, what is no protocol is left out of the paths (lists of segments, marks of damage), and
/// a protocol that a frame has several messages of, which tshark nests in each other, counts once.
struct ProtocolHierarchyRun {
  struct Count: Equatable, CustomStringConvertible {
    var frames: UInt64
    var bytes: UInt64
    var description: String { "\(frames) frames, \(bytes) bytes" }
  }

  private(set) var ours: [String: Count] = [:]
  private(set) var theirs: [String: Count] = [:]

  /// Guesses of Wireshark that random bytes satisfy once in 128 segments, or a trailer of zeros.
  private static let guesses = ["--disable-protocol", "jxta", "--disable-protocol", "f5ethtrailer"]
  private static let marks: Set<Substring> = ["tcp.segments", "tls.segments"]

  init(_ path: String, tshark: Tool, threads: Int = 1) throws {
    var options = AnalysisOptions()
    options.threads = threads
    var sink = CollectingSink()
    let outcome = try CaptureAnalyzer(options: options).run(CaptureReader(path: path), into: &sink)
    add(outcome.summary.protocols, at: "")
    try read(try tshark.run(["-n", "-r", path, "-q", "-z", "io,phs"] + Self.guesses).lines)
  }

  private mutating func add(_ tree: ProtocolTree, at path: String) {
    for (name, inside) in tree.inside {
      let place = path.isEmpty ? name : path + ":" + name
      ours[place] = Count(frames: inside.frames, bytes: inside.bytes)
      add(inside, at: place)
    }
  }

  /// Lines such as "    tcp      frames:12 bytes:3456", two spaces of indent for each level.
  private mutating func read(_ lines: [Substring]) throws {
    var way: [Substring] = []
    for line in lines {
      let fields = line.split(separator: " ")
      guard fields.count >= 3, let frames = Self.number(fields[fields.count - 2], "frames:"),
        let bytes = Self.number(fields[fields.count - 1], "bytes:")
      else { continue }
      let depth = line.prefix { $0 == " " }.count / 2
      way = way.prefix(depth) + [fields[0]]
      let plain = Self.plain(way)
      guard plain.count > Self.plain(way.dropLast()).count else { continue }
      let place = plain.joined(separator: ":")
      theirs[place, default: Count(frames: 0, bytes: 0)].frames += frames
      theirs[place]?.bytes += bytes
    }
  }

  private static func plain(_ way: some Sequence<Substring>) -> [Substring] {
    way.reduce(into: []) { plain, name in
      guard !name.hasPrefix("_ws."), !marks.contains(name) else { return }
      // What repeats before the transport is a tunnel.
      let transport = plain.lastIndex { $0 == "tcp" || $0 == "udp" } ?? plain.endIndex
      if !plain[transport...].contains(name) { plain.append(name) }
    }
  }

  private static func number(_ field: Substring, _ prefix: String) -> UInt64? {
    field.hasPrefix(prefix) ? UInt64(field.dropFirst(prefix.count)) : nil
  }
}
