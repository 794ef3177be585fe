import CaptureFiles
import Packets
import TestSupport

@testable import Analysis

/// A capture's protocol hierarchy by Apus and by tshark, as counts by path ("eth:ip:tcp").
struct ProtocolHierarchyRun {
  struct Count: Equatable, CustomStringConvertible {
    var frames: UInt64
    var bytes: UInt64
    var description: String { "\(frames) frames, \(bytes) bytes" }
  }

  private(set) var ours: [String: Count] = [:]
  private(set) var theirs: [String: Count] = [:]

  init(_ path: String, tshark: Tool) throws {
    try count(path)
    try read(try tshark.run(["-n", "-r", path, "-q", "-z", "io,phs"]).lines)
  }

  private mutating func count(_ path: String) throws {
    var reader = try CaptureReader(path: path)
    var batch = RecordBatch()
    var decoder = PacketDecoder(verifyingChecksums: false)
    var counter = ProtocolCounter()
    var frame: UInt64 = 0
    var levels: ContiguousArray<PacketHeaders> = []
    while try reader.read(into: &batch) {
      for record in batch.records {
        frame += 1
        levels.removeAll(keepingCapacity: true)
        let context = FrameContext(
          frame: frame,
          time: Timestamp(nanoseconds: record.nanoseconds),
          wireLength: record.originalLength,
          interface: record.interface,
          linkType: LinkType(rawValue: record.linkType)
        )
        let range = record.offset..<record.offset + Int(record.capturedLength)
        batch.withBytes { decoder.decode($0.extracting(range), of: context, into: &levels) }
        for level in levels { counter.add(level) }
      }
    }
    let interfaces = reader.facts.interfaces
    let tree = counter.tree(
      linkType: { number in
        interfaces.first { $0.index == Int(number) }.map { LinkType(rawValue: $0.linkType) }
      },
      path: { decoder.path($0) }
    )
    add(tree, at: "")
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
      theirs[way.joined(separator: ":")] = Count(frames: frames, bytes: bytes)
    }
  }

  private static func number(_ field: Substring, _ prefix: String) -> UInt64? {
    field.hasPrefix(prefix) ? UInt64(field.dropFirst(prefix.count)) : nil
  }
}
