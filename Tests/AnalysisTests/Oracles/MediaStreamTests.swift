import Dissection
import Flows
import Packets
import TestSupport
import Testing

@testable import Analysis

/// The RTP streams of a whole capture against `tshark -z rtp,streams`: clock rates of dynamic payload
/// types come from the SDP of another flow.
@Suite(.enabled(if: Tshark.isPresent, "\(Tshark.absence)"))
struct MediaStreamTests {
  /// Addresses, ports, SSRC, packets and packets lost of a stream, and its times in milliseconds.
  private struct Row: CustomStringConvertible {
    var counts: String
    /// Least, average and greatest interval and jitter; -1 for an absent jitter.
    var times: [Double]

    var description: String { "\(counts) \(times)" }

    func isEqual(to other: Row) -> Bool {
      counts == other.counts && times.count == other.times.count
        && zip(times, other.times).allSatisfy { abs($0 - $1) <= 0.001 }
    }
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
  func streamsOfTheCorpusEqualTsharks() throws {
    let path = Corpus.path(for: "ndpi__rtp.pcapng")
    try expectEqual(path, streams: 5, options: ["--enable-heuristic", "rtp_udp"])
  }

  @Test(
    "Payload types by SDP have their clock rates",
    arguments: [
      ("111 opus/48000/2", UInt8(111), 960), ("97 iLBC/8000", 97, 160), ("96 VP8/90000", 96, 1_800),
      ("0 PCMU/8000", 0, 160), ("9 G722/8000", 9, 160),
    ]
  )
  func announcedStreamsEqualTsharks(map: String, type: UInt8, step: Int) throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Self.call(map, type: type, step: step), to: "call.pcap")
    try expectEqual(path, streams: 2)
    let analysis = try CapturedAnalysis(of: path)
    let streams = Self.sessions(analysis).flatMap(\.session.streams)
    let rate = map.split(separator: "/").dropFirst().first.flatMap { Int($0) }
    #expect(streams.map(\.clockRate) == [rate, rate])
    #expect(streams.allSatisfy { $0.jitter.maximum > 1 && $0.lost == 1 })
    let names = streams.flatMap(\.encodings)
    #expect(names.allSatisfy { map.hasPrefix("\(type) \($0)/") })
  }

  private func expectEqual(_ path: String, streams: Int, options: [String] = []) throws {
    let tshark = try #require(Tool("tshark"))
    let arguments = ["-r", path, "-n", "-q"] + options + ["-z", "rtp,streams"]
    let theirs = try tshark.run(arguments).lines.compactMap(Self.row)
      .sorted { $0.counts < $1.counts }
    let ours = Self.sessions(try CapturedAnalysis(of: path)).flatMap { flow, session in
      session.streams.map { Self.row($0, flow) }
    }.sorted { $0.counts < $1.counts }
    #expect(theirs.count == streams)
    let isEqual = ours.count == theirs.count && zip(ours, theirs).allSatisfy { $0.isEqual(to: $1) }
    #expect(isEqual, "\(ours), in tshark \(theirs)")
  }

  private static func sessions(
    _ analysis: CapturedAnalysis
  ) -> [(flow: FlowIdentity, session: RTPSession)] {
    analysis.transactions.compactMap {
      if case .rtp(let session) = $0.content { ($0.flow, session.value) } else { nil }
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

  private static func row(_ stream: RTPStream, _ flow: FlowIdentity) -> Row {
    let isForward = stream.sender == .client
    let (source, destination) =
      isForward ? (flow.originator, flow.responder) : (flow.responder, flow.originator)
    let number = String(stream.source, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: 8 - number.count) + number
    let counts =
      "\(source.address) \(source.port) \(destination.address) \(destination.port) "
      + "0x\(padded) \(stream.packets) \(stream.lost)"
    let (delta, jitter) = (stream.delta, stream.jitter)
    return Row(
      counts: counts,
      times: [delta.minimum ?? 0, delta.mean, delta.maximum]
        + [jitter.minimum ?? -1, jitter.mean, jitter.maximum]
    )
  }

  private static let alice = IPAddress(v4: 0x0a00_0001)
  private static let bob = IPAddress(v4: 0x0a00_0002)

  /// A call with media in both directions, of which packets are late and one is lost.
  private static func call(_ map: String, type: UInt8, step: Int) -> [UInt8] {
    var capture = CaptureBuilder()
    func add(_ text: String, isForward: Bool, at micros: Int) {
      let message = FrameBuilder.udp(from: 5060, to: 5060, Array(text.utf8))
      capture.add(frame(message, isForward), at: micros)
    }
    add(message("INVITE sip:b@b SIP/2.0", map, type, alice, 40_000), isForward: true, at: 0)
    add(message("SIP/2.0 200 OK", map, type, bob, 50_000), isForward: false, at: 10_000)
    let late = [0, 3, 1, 0, 9, 2, 15, 0, 4, 0, 0, 1]
    for number in 0..<24 where number != 7 {
      for isForward in [true, false] {
        let bytes = rtp(type, number, step, source: isForward ? 0x1646 : 0x2747)
        let (from, to): (UInt16, UInt16) = isForward ? (40_000, 50_000) : (50_000, 40_000)
        let micros = 50_000 + number * 20_000 + late[number % 12] * 1_000 + (isForward ? 0 : 37)
        capture.add(frame(FrameBuilder.udp(from: from, to: to, bytes), isForward), at: micros)
      }
    }
    return capture.bytes
  }

  private static func frame(_ message: FrameBuilder.Message, _ isForward: Bool) -> [UInt8] {
    FrameBuilder.ethernet(
      FrameBuilder.ipv4(from: isForward ? alice : bob, to: isForward ? bob : alice, message)
    )
  }

  private static func message(
    _ start: String,
    _ map: String,
    _ type: UInt8,
    _ address: IPAddress,
    _ port: UInt16
  ) -> String {
    let content = """
      v=0\r
      o=- 1 1 IN IP4 \(address)\r
      s=-\r
      c=IN IP4 \(address)\r
      t=0 0\r
      m=\(type == 96 ? "video" : "audio") \(port) RTP/AVP \(type)\r
      a=rtpmap:\(map)\r

      """
    return """
      \(start)\r
      Via: SIP/2.0/UDP 10.0.0.1:5060;branch=z9hG4bK74bf9\r
      From: <sip:a@a>;tag=1\r
      To: <sip:b@b>;tag=2\r
      Call-ID: 1@a\r
      CSeq: 1 INVITE\r
      Content-Type: application/sdp\r
      Content-Length: \(content.utf8.count)\r
      \r
      \(content)
      """
  }

  private static func rtp(_ type: UInt8, _ number: Int, _ step: Int, source: UInt32) -> [UInt8] {
    [0x80, type] + FrameBuilder.bigEndian(UInt16(truncatingIfNeeded: 65_530 + number))
      + FrameBuilder.bigEndian(UInt32(truncatingIfNeeded: 0xffff_f000 + number * step))
      + FrameBuilder.bigEndian(source) + [UInt8](repeating: 0xd5, count: 60)
  }
}
