import CaptureFiles
import Dissection
import Packets
import TestSupport
import Testing

@testable import Analysis

/// What waits in all conversations together is bounded, whoever makes it wait.
struct HeldBytesTests {
  /// Something that a client says and nobody answers, and how many requests it holds.
  struct Plea: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var port: UInt16
    var bytes: [UInt8]
    var requests: Int
  }

  private static let pleas = [
    Plea(
      testDescription: "HTTP/1 pipelined",
      port: 80,
      bytes: repeated("GET / HTTP/1.1\r\n\r\n", 60),
      requests: 60
    ),
    Plea(
      testDescription: "HTTP/2 streams",
      port: 80,
      bytes: Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0]
        + (0..<40).flatMap { [0, 0, 3, 1, 4, 0, 0, 0, UInt8(1 + 2 * $0), 0x82, 0x84, 0x86] },
      requests: 40
    ),
    Plea(
      testDescription: "DNS over TCP",
      port: 53,
      bytes: (0..<60).flatMap {
        [0, 17, 0, UInt8($0), 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1] as [UInt8]
      },
      requests: 60
    ),
  ]

  /// What may become one of several protocols, a byte at a time.
  private static let slowGreeting = Plea(
    testDescription: "a greeting",
    port: 4444,
    bytes: Array("220 ".utf8) + Array(repeating: UInt8(ascii: "a"), count: 100),
    requests: 0
  )

  @Test(arguments: [(200_000, true), (4_000_000, false)])
  func whatWaitsForItsProtocolCountsAsWell(heldBytes: Int, isTooMuch: Bool) throws {
    let found = try Self.summary(Self.slowGreeting, heldBytes: heldBytes, segment: 1)
    #expect((found.summary.bounds.abandonedConversations > 0) == isTooMuch)
  }

  private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
    Array(repeating: Array(text.utf8), count: count).flatMap { $0 }
  }

  /// A capture of connections that all ask the same.
  private static func capture(of plea: Plea, connections: Int, segment: Int) -> [UInt8] {
    var capture = CaptureBuilder()
    let server = IPAddress(v4: 0x0a00_0001)
    for number in 0..<connections {
      let client = IPAddress(v4: 0x0a01_0000 + UInt32(number))
      func add(_ flags: TCPFlags, _ payload: [UInt8], sequence: UInt32, at micros: Int) {
        let segment = FrameBuilder.tcp(
          from: 40_000,
          to: plea.port,
          sequence: sequence,
          flags: flags,
          payload
        )
        let packet = FrameBuilder.ipv4(from: client, to: server, segment)
        capture.add(FrameBuilder.ethernet(packet), at: micros)
      }
      add(.syn, [], sequence: 0, at: number * 10)
      for start in stride(from: 0, to: plea.bytes.count, by: min(segment, plea.bytes.count)) {
        let bytes = Array(plea.bytes[start...].prefix(segment))
        add(.ack, bytes, sequence: UInt32(1 + start), at: number * 10 + 1)
      }
    }
    return capture.bytes
  }

  private static func summary(
    _ plea: Plea,
    heldBytes: Int,
    segment: Int = .max
  ) throws -> (summary: AnalysisSummary, transactions: Int) {
    var options = AnalysisOptions()
    options.protocols = Set(ApplicationProtocol.allCases)
    options.conversationLimits.heldBytes = heldBytes
    var sink = EventCollector()
    let reader = try CaptureReader(bytes: capture(of: plea, connections: 40, segment: segment))
    let outcome = try CaptureAnalyzer(options: options).run(reader, into: &sink)
    return (outcome.summary, sink.transactions.count)
  }

  @Test(arguments: pleas)
  func theGreediestAreGivenUpBeyondTheBound(plea: Plea) throws {
    let found = try Self.summary(plea, heldBytes: 100_000)
    #expect(found.summary.bounds.abandonedConversations > 10)
    #expect(found.summary.bounds.abandonedConversations < 40)
    #expect(!found.summary.bounds.isEmpty)
    // What they had asked so far is told of all the same.
    #expect(found.transactions == 40 * plea.requests)
  }

  @Test(arguments: pleas)
  func nobodyIsGivenUpWithinTheBound(plea: Plea) throws {
    let found = try Self.summary(plea, heldBytes: 4_000_000)
    #expect(found.summary.bounds.abandonedConversations == 0)
    #expect(found.transactions == 40 * plea.requests)
  }
}
