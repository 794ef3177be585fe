import Dissection
import TestSupport
import Testing

struct NTPTests {
  private static func bytes(
    first: UInt8 = 0x23,
    stratum: UInt8 = 0,
    reference: UInt32 = 0,
    origin: UInt64 = 0,
    transmit: UInt64
  ) -> [UInt8] {
    [first, stratum, 6, 0xec] + [UInt8](repeating: 0, count: 8)
      + FrameBuilder.bigEndian(reference) + FrameBuilder.bigEndian(UInt64(0))
      + FrameBuilder.bigEndian(origin) + FrameBuilder.bigEndian(UInt64(5))
      + FrameBuilder.bigEndian(transmit)
  }

  @Test(
    arguments: [
      (0x83aa_7e80_0000_0000, 0), (0x83aa_7e81_8000_0000, 1_500_000_000), (0, nil),
      (0xffff_ffff_0000_0000, 2_085_978_495_000_000_000),
      (0x0000_0001_0000_0000, 2_085_978_497_000_000_000),
    ] as [(UInt64, Int64?)]
  )
  func timestampsReachIntoTheNextEra(raw: UInt64, nanoseconds: Int64?) {
    #expect(NTPTimestamp(rawValue: raw).nanoseconds == nanoseconds)
  }

  @Test(arguments: [
    (UInt8(1), UInt32(0x4750_5300), "GPS"), (0, 0x5241_5445, "RATE"), (2, 0x0a00_0001, "10.0.0.1"),
  ])
  func referencesAreNamed(stratum: UInt8, reference: UInt32, name: String) throws {
    let bytes = Self.bytes(first: 0x24, stratum: stratum, reference: reference, transmit: 1)
    let message = try NTPMessage(parsing: bytes.span.bytes)
    #expect(message.mode == .server)
    #expect(message.version == 4)
    #expect(message.time?.referenceName == name)
    #expect(message.time?.precision == -20)
  }

  @Test func theOriginTiesAnswerToQuestion() throws {
    var datagrams = NTPDatagrams()
    let steps: [([UInt8], Role)] = [
      (Self.bytes(transmit: 77), .client), (Self.bytes(transmit: 78), .client),
      (Self.bytes(first: 0x24, stratum: 1, origin: 77, transmit: 0x83aa_7e80_0000_0000), .server),
      (Self.bytes(first: 0x24, stratum: 1, origin: 76, transmit: 1), .server),
    ]
    for (index, step) in steps.enumerated() {
      let moment = Moment(frame: UInt64(index + 1), time: Int64(index) * 10)
      datagrams.receive(step.0.span.bytes, from: step.1, at: moment)
    }
    datagrams.finish(at: Moment(frame: 4, time: 30))
    #expect(datagrams.finished.map(\.responseTime) == [20, nil])
    #expect(datagrams.finished.first?.clockDifference == -20)
    #expect(datagrams.otherMessages == 1)
  }

  @Test func messagesAreKnownByTheirForm() {
    let query = Self.bytes(transmit: 1)
    #expect(NTPMessage.recognise(query.span.bytes) == .yes(.client))
    #expect(NTPMessage.recognise(query.span.bytes.extracting(..<47)) == .no)
    let answer = Self.bytes(first: 0x24, stratum: 2, transmit: 1)
    #expect(NTPMessage.recognise(answer.span.bytes) == .yes(.server))
    let stratum = Self.bytes(first: 0x24, stratum: 17, transmit: 1)
    #expect(NTPMessage.recognise(stratum.span.bytes) == .no)
    let monlist: [UInt8] = [0x17, 0, 3, 42, 0, 0, 0, 0]
    #expect((try? NTPMessage(parsing: monlist.span.bytes))?.operation == 42)
  }
}
