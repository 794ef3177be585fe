import Flows
import Packets
import Testing

@testable import Analysis

struct ApplicationStreamTests {
  /// A segment by its first number, bytes and what its frame should reach.
  struct Segment: Sendable {
    var sequence: UInt32
    var bytes: [UInt8]
    var reaches: [String]
    var milliseconds: Int64 = 0
    var direction = FlowDirection.originator
    var isLast = false

    init(
      _ sequence: UInt32,
      _ bytes: some Sequence<UInt8>,
      _ reaches: String...,
      at milliseconds: Int64 = 0,
      from direction: FlowDirection = .originator,
      isLast: Bool = false
    ) {
      self.sequence = sequence
      self.bytes = Array(bytes)
      self.reaches = reaches
      self.milliseconds = milliseconds
      self.direction = direction
      self.isLast = isLast
    }
  }

  struct Story: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var port: UInt16
    var segments: [Segment]
  }

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static let answer = text(
    "HTTP/1.1 200 OK\r\nContent-Type: image/gif\r\nContent-Length: 6\r\n\r\nGIF89a"
  )
  private static let record: [UInt8] = [22, 3, 3, 0, 4, 1, 2, 3, 4]

  static let stories = [
    Story(
      testDescription: "a head in two segments shows in the second",
      port: 80,
      segments: [
        Segment(1, text("GET / HTTP/1.1\r\n")),
        Segment(17, text("Host: a\r\n\r\n"), "http"),
      ]
    ),
    Story(
      testDescription:
        "a body of known length shows with its last byte, whatever order it comes in",
      port: 80,
      segments: [
        Segment(1, answer.prefix(65)),
        Segment(67, answer.suffix(from: 66)),
        Segment(66, answer[65..<66], "http", "image-gif", at: 1),
      ]
    ),
    Story(
      testDescription: "chunks show with the end of the last one",
      port: 8080,
      segments: [
        Segment(1, text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n")),
        Segment(46, text("Content-Type: application/json\r\n\r\n2\r\n{}\r\n")),
        Segment(87, text("0\r\n\r\n"), "http", "json"),
      ]
    ),
    Story(
      testDescription: "what has neither length nor chunks ends with the connection",
      port: 80,
      segments: [
        Segment(1, text("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")),
        Segment(45, text("<html>"), "http", "data-text-lines", isLast: true),
      ]
    ),
    Story(
      testDescription: "the answer to HEAD has no body",
      port: 80,
      segments: [
        Segment(1, text("HEAD / HTTP/1.1\r\n\r\n"), "http"),
        Segment(
          1,
          text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"),
          "http",
          from: .responder
        ),
      ]
    ),
    Story(
      testDescription: "a record shows where it begins and where it ends, not between",
      port: 443,
      segments: [
        Segment(1, record.prefix(6), "tls"),
        Segment(7, record[6..<7]),
        Segment(8, record.suffix(2), "tls"),
      ]
    ),
    Story(
      testDescription: "what is sent again late is not shown again",
      port: 443,
      segments: [
        Segment(1, record, "tls"),
        Segment(1, record, at: 200),
        Segment(10, record, "tls", at: 300),
      ]
    ),
    Story(
      testDescription: "content tells at any port, and what nobody knows is data",
      port: 4000,
      segments: [
        Segment(1, text("hello"), "data"),
        Segment(6, text("GET / HTTP/1.1\r\n\r\n"), "http"),
      ]
    ),
  ]

  @Test(arguments: stories)
  func framesReachWhatTheyComplete(story: Story) {
    var stream = ApplicationStream()
    for segment in story.segments {
      let packet = Self.packet(segment, story.port)
      let path = segment.bytes.withUnsafeBytes {
        stream.receive($0, of: packet, from: segment.direction)
      }
      #expect(path.names == segment.reaches, "at \(segment.sequence)")
    }
  }

  private static func packet(_ segment: Segment, _ port: UInt16) -> PacketHeaders {
    var packet = PacketHeaders()
    packet.transport = .tcp
    let isForward = segment.direction == .originator
    packet.sourcePort = isForward ? 50_000 : port
    packet.destinationPort = isForward ? port : 50_000
    packet.time = Timestamp(nanoseconds: segment.milliseconds * 1_000_000)
    packet.tcp.sequence = segment.sequence
    packet.tcp.flags = segment.isLast ? [.ack, .fin] : [.ack]
    packet.payloadLength = UInt32(segment.bytes.count)
    packet.payloadCaptured = packet.payloadLength
    return packet
  }

  @Test
  func pathsHoldFourLayersAndNoMore() {
    let path = ApplicationPath(.nbdgm).with(.smb).with(.mailslot).with(.browser)
    #expect(path.names == ["nbdgm", "smb", "mailslot", "browser"])
    #expect(path.with(.data) == path)
    #expect(ApplicationPath(.http).deeper(path) == path)
    #expect(path.deeper(ApplicationPath(.http)) == path)
    #expect(ApplicationPath.none.names.isEmpty)
  }

  @Test
  func unfinishedHeadsAreBoundedTogether() {
    var table = ApplicationTable(heldLimit: 100)
    let start = Self.text("GET / HTTP/1.1\r\n")
    let end = Self.text("\r\n")
    var reached: [[String]] = []
    for bytes in [start, end] {
      for flow in 0..<10 as Range<UInt64> {
        let sequence: UInt32 = bytes == start ? 1 : 17
        let packet = Self.packet(Segment(sequence, bytes), 80)
        var placement = FlowPlacement()
        placement.flow = flow
        placement.marks = [.inFlow]
        let path = bytes.withUnsafeBytes { table.path(of: packet, placement, $0) }
        if bytes == end { reached.append(path.names) }
      }
    }
    // Six heads of 16 bytes fit.
    #expect(reached == Array(repeating: ["http"], count: 6) + Array(repeating: [], count: 4))
    #expect(table.abandoned == 4)
  }

  @Test
  func flowsKnownAsQUICAreBounded() {
    var table = ApplicationTable(streamLimit: 2)
    var packet = PacketHeaders()
    packet.transport = .udp
    packet.sourcePort = 50_000
    packet.destinationPort = 4_433
    packet.payloadLength = 8
    let long: [UInt8] = [0xc0, 0, 0, 0, 1, 8, 1, 2]
    let short: [UInt8] = [0x40, 1, 2, 3, 4, 5, 6, 7]
    var reached: [[String]] = []
    for bytes in [long, short] {
      for flow in 0..<3 as Range<UInt64> {
        var placement = FlowPlacement()
        placement.flow = flow
        placement.marks = [.inFlow]
        reached.append(bytes.withUnsafeBytes { table.path(of: packet, placement, $0) }.names)
      }
    }
    #expect(reached == [["quic"], ["quic"], ["quic"], ["quic"], ["quic"], ["data"]])
    #expect(table.refused == 1)
  }
}
