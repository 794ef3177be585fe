import Dissection
import Packets
import TestSupport

/// The RTP streams of a capture as `tshark -z rtp,streams` and as Apus see them.
struct RTPOracleRun {
  /// The numbers of a stream.
  struct Row {
    /// Addresses, ports, SSRC, packets and packets lost.
    var counts: String
    /// Least, average and greatest interval and jitter in milliseconds; -1 for an absent jitter.
    var times: [Double]

    /// Equal as far as three decimals show.
    func isEqual(to other: Row) -> Bool {
      counts == other.counts && times.count == other.times.count
        && zip(times, other.times).allSatisfy { abs($0 - $1) <= 0.001 }
    }
  }

  private(set) var theirs: [Row] = []
  private(set) var ours: [Row] = []

  init(_ path: String, tshark: Tool) throws {
    let options = ["-n", "-q", "--enable-heuristic", "rtp_udp", "-z", "rtp,streams"]
    theirs = try tshark.run(["-r", path] + options).lines.compactMap(Self.row)
      .sorted { $0.counts < $1.counts }
    ours = try Self.sessions(path).flatMap { key, session in
      session.streams.map { Self.row($0, key) }
    }.sorted { $0.counts < $1.counts }
  }

  /// Whether both see the same streams with the same numbers.
  var isEqual: Bool {
    ours.count == theirs.count && zip(ours, theirs).allSatisfy { $0.isEqual(to: $1) }
  }

  /// Sessions of the capture's UDP flows whose datagrams show to be RTP, by the flow's ends.
  private static func sessions(_ path: String) throws -> [(ends: [String], RTPSession)] {
    var flows: [[String]: [(payload: [UInt8], moment: Moment)]] = [:]
    try CapturedPackets.read(path) { packet, payload in
      guard packet.transport == .udp else { return }
      let ends = [
        "\(packet.source)", "\(packet.sourcePort)", "\(packet.destination)",
        "\(packet.destinationPort)",
      ]
      let moment = Moment(frame: packet.frame, time: packet.time.nanoseconds)
      flows[ends, default: []].append((payload, moment))
    }
    return flows.flatMap { ends, datagrams -> [(ends: [String], RTPSession)] in
      let isRTP = zip(datagrams, datagrams.dropFirst()).contains { first, second in
        let recognition = RTPDissector.recognise(
          second.payload.span.bytes,
          after: first.payload.span.bytes
        )
        return recognition == .yes(.client)
      }
      guard isRTP else { return [] }
      var dissector = RTPDissector()
      for (payload, moment) in datagrams {
        dissector.receive(payload.span.bytes, from: .client, at: moment)
      }
      dissector.finish(at: datagrams[0].moment)
      return dissector.finished.map { (ends: ends, $0) }
    }
  }

  /// A line of the table: times, ends, SSRC, payload, packets, lost (share), deltas, jitters.
  private static func row(_ line: Substring) -> Row? {
    let words = line.split(separator: " ")
    guard let share = words.firstIndex(where: { $0.hasPrefix("(") && $0.hasSuffix("%)") }),
      share >= 8, words.count > share + 6
    else { return nil }
    let counts = words[2...6] + words[(share - 2)..<share]
    return Row(
      counts: counts.joined(separator: " "),
      times: words[(share + 1)...(share + 6)].compactMap { Double($0) }
    )
  }

  private static func row(_ stream: RTPStream, _ ends: [String]) -> Row {
    let source = String(stream.source, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: 8 - source.count) + source
    let counts = ends + ["0x\(padded)", "\(stream.packets)", "\(stream.lost)"]
    let delta = stream.delta
    let jitter = stream.jitter
    return Row(
      counts: counts.joined(separator: " "),
      times: [delta.minimum ?? 0, delta.mean, delta.maximum]
        + [jitter.minimum ?? -1, jitter.mean, jitter.maximum]
    )
  }
}
