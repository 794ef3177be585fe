import Dissection
import Testing

struct RTPDissectorTests {
  @Test func headersAreReadWithEverythingOptional() throws {
    let bytes: [UInt8] =
      [0xb1, 0x88, 0x12, 0x34, 0, 0, 0, 9, 1, 2, 3, 4]
      + [0, 0, 0, 7, 0xbe, 0xde, 0, 1, 0, 0, 0, 0] + [1, 2, 3, 0, 2]
    let packet = try RTPPacket(parsing: bytes.span.bytes)
    #expect(packet.marker)
    #expect(packet.payloadType.encoding == "PCMA")
    #expect(packet.sequence == 0x1234)
    #expect(packet.timestamp == 9)
    #expect(packet.source == 0x0102_0304)
    #expect(packet.payloadLength == 3)
  }

  @Test(
    arguments: [
      [0x40, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 5], [0x80, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0],
      [0x81, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 5],
      [0x90, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 9, 9],
      [0xa0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 5], [0xa0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0],
    ] as [[UInt8]]
  )
  func whatIsNoHeaderIsRefused(bytes: [UInt8]) {
    #expect(throws: DissectionError.self) { try RTPPacket(parsing: bytes.span.bytes) }
  }

  @Test func aSourceIsBelievedWhenItsPacketsFollowEachOther() {
    var dissector = RTPDissector()
    for sequence: UInt8 in [1, 2, 3] { send(sequence, source: 1, to: &dissector) }
    for sequence: UInt8 in [1, 5, 9] { send(sequence, source: 2, to: &dissector) }
    dissector.finish(at: Dialogue.moment(9))
    #expect(dissector.finished.first?.streams.map(\.source) == [1])
  }

  @Test func sourcesAreBounded() {
    var dissector = RTPDissector()
    for source in 0..<UInt8(RTPLimits.sources + 3) {
      send(1, source: source, to: &dissector)
      send(2, source: source, to: &dissector)
    }
    dissector.finish(at: Dialogue.moment(9))
    #expect(dissector.finished.first?.streams.count == RTPLimits.sources)
    #expect(dissector.finished.first?.others == 6)
  }

  @Test func signallingTellsTheClock() {
    var encodings = RTPEncodings()
    encodings[RTPPayloadType(rawValue: 96)] = .init(name: "opus", clockRate: 48_000)
    encodings[RTPPayloadType(rawValue: 101)] = .init(name: "telephone-event", clockRate: 8_000)
    var dissector = RTPDissector(encodings: encodings)
    for sequence: UInt8 in [1, 2, 3] {
      send(sequence, source: 1, type: 96, to: &dissector)
      send(sequence, source: 2, type: 101, to: &dissector)
    }
    dissector.finish(at: Dialogue.moment(9))
    #expect(dissector.finished.first?.streams.map(\.clockRate) == [48_000, nil])
  }

  @Test func reportsAreKeptForEachSource() throws {
    let report: [UInt8] =
      [0x81, 201, 0, 7, 0, 0, 0, 1, 0, 0, 0, 2, 64, 0xff, 0xff, 0xfe, 0, 1, 0, 9]
      + [0, 0, 0, 80, 0, 0, 0, 0, 0, 1, 0, 0]
    let description: [UInt8] = [0x81, 202, 0, 3, 0, 0, 0, 1, 1, 3, 97, 64, 98, 0, 0, 0]
    let goodbye: [UInt8] = [0x81, 203, 0, 1, 0, 0, 0, 1]
    let compound = report + description + goodbye
    #expect(RTPDissector.recognise(compound.span.bytes) == .yes(.client))
    var dissector = RTPDissector()
    dissector.receive(compound.span.bytes, from: .server, at: Dialogue.moment(1))
    dissector.finish(at: Dialogue.moment(1))
    let reporter = try #require(dissector.finished.first?.reporters.first)
    #expect(reporter.name == "a@b")
    #expect(reporter.hasLeft)
    #expect(reporter.lastReports.map(\.lost) == [-2])
    #expect(reporter.lastReports.map(\.jitter) == [80])
  }

  @Test func onlySuccessorsAreRecognised() {
    let first = packet(7, source: 1, type: 0)
    #expect(RTPDissector.recognise(first.span.bytes) == .needsMore)
    for (second, expected): ([UInt8], Recognition) in [
      (packet(8, source: 1, type: 0), .yes(.client)), (packet(9, source: 1, type: 0), .needsMore),
      (packet(8, source: 2, type: 0), .needsMore), (packet(8, source: 1, type: 77), .no),
    ] {
      #expect(RTPDissector.recognise(second.span.bytes, after: first.span.bytes) == expected)
    }
  }

  private func packet(_ sequence: UInt8, source: UInt8, type: UInt8) -> [UInt8] {
    [0x80, type, 0, sequence, 0, 0, 0, sequence, 0, 0, 0, source, 1, 2, 3]
  }

  private func send(
    _ sequence: UInt8,
    source: UInt8,
    type: UInt8 = 0,
    to dissector: inout RTPDissector
  ) {
    let bytes = packet(sequence, source: source, type: type)
    dissector.receive(bytes.span.bytes, from: .client, at: Dialogue.moment(Int(sequence)))
  }
}
