import CaptureFiles
import Packets
import TestSupport

/// A capture read by the decoder and by tshark.
struct OracleRun {
  /// One frame's field where the two differ.
  struct Difference: CustomStringConvertible {
    var frame: Int
    var field: String
    var tshark: [String]
    var decoder: [String]
    var description: String { "frame \(frame) \(field): tshark \(tshark), decoder \(decoder)" }
  }

  /// tshark's frames: for each field its values in the order of the frame.
  private var frames: [[[String]]] = []
  /// The decoder's frames.
  private(set) var packets: [[PacketHeaders]] = []
  /// The VLANs on the way to the innermost level of each frame.
  private var vlans: [[String]] = []
  private var fields = OracleField.all.map(\.name) + ["vlan.id"]

  init(_ path: String, tshark: Tool) throws {
    try readFrames(path, tshark)
    try readPackets(path)
  }

  /// Frames that both have read.
  var count: Int { min(frames.count, packets.count) }

  /// All differences, with those left out that the two kinds of program have on purpose:
  /// tshark goes on into the packet that an ICMP error quotes, and shows the fields of a transport
  /// header up to where it is cut or impossible.
  func differences() -> [Difference] {
    var result: [Difference] = []
    for index in 0..<count {
      let levels = packets[index]
      let quotes = levels.contains(where: \.isICMPError)
      let isCut = levels.contains { $0.oddities.contains(.badTransport) }
      for (column, field) in fields.enumerated() {
        var theirs = frames[index][column]
        let ours =
          column < OracleField.all.count
          ? levels.flatMap(OracleField.all[column].values) : vlans[index]
        if quotes, theirs.count > ours.count { theirs.removeLast(theirs.count - ours.count) }
        if isCut, !field.hasPrefix("ip"), !field.hasPrefix("vlan") { continue }
        if theirs != ours {
          result.append(
            Difference(frame: index + 1, field: field, tshark: theirs, decoder: ours)
          )
        }
      }
    }
    return result
  }

  private mutating func readFrames(_ path: String, _ tshark: Tool) throws {
    var arguments = ["-n", "-r", path, "-o", "tcp.relative_sequence_numbers:FALSE"]
    arguments += ["-T", "fields", "-E", "occurrence=a", "-E", "aggregator=,"]
    for field in fields { arguments += ["-e", field] }
    // Frames without any of the fields are empty lines, so the number stands first.
    arguments += ["-e", "frame.number"]
    for line in try tshark.run(arguments).lines {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      frames.append(columns.map { $0.split(separator: ",").map(String.init) })
    }
  }

  private mutating func readPackets(_ path: String) throws {
    var reader = try CaptureReader(path: path)
    var batch = RecordBatch()
    var decoder = PacketDecoder()
    while try reader.read(into: &batch) {
      for record in batch.records {
        var levels: ContiguousArray<PacketHeaders> = []
        let context = FrameContext(
          frame: UInt64(packets.count + 1),
          time: Timestamp(nanoseconds: record.nanoseconds),
          wireLength: record.originalLength,
          interface: record.interface,
          linkType: LinkType(rawValue: record.linkType)
        )
        batch.withBytes { bytes in
          let end = record.offset + Int(record.capturedLength)
          decoder.decode(bytes.extracting(record.offset..<end), of: context, into: &levels)
        }
        packets.append(Array(levels))
        let layers = levels.last.map { decoder.path($0.path).layers } ?? []
        vlans.append(layers.filter { $0.kind == .vlan }.map { "\($0.identifier)" })
      }
    }
  }
}

extension PacketHeaders {
  /// Whether the message quotes the packet that it is about (RFC 1122 §3.2.2, RFC 4443 §2.1).
  fileprivate var isICMPError: Bool {
    switch transport {
    case .icmp: [3, 4, 5, 11, 12].contains(sourcePort)
    case .icmpv6: sourcePort < 128
    default: false
    }
  }
}
