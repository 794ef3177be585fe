import Dissection
import Testing

struct SNMPTests {
  /// A value with a length of one byte.
  private static func value(_ tag: UInt8, _ parts: [UInt8]...) -> [UInt8] {
    let body = parts.flatMap { $0 }
    return [tag, UInt8(body.count)] + body
  }

  private static let object: [UInt8] = [0x06, 4, 0x2b, 6, 0x87, 0x67]

  private static func message(
    version: UInt8 = 1,
    kind: UInt8 = 0,
    id: UInt8 = 9,
    error: UInt8 = 0
  ) -> [UInt8] {
    let bindings = value(0x30, value(0x30, object, [5, 0]))
    let unit = value(0xa0 | kind, [2, 1, id, 2, 1, error, 2, 1, 0], bindings)
    return value(0x30, [2, 1, version], value(4, Array("public".utf8)), unit)
  }

  private static func encrypted(id: UInt8, flags: UInt8) -> [UInt8] {
    let header = value(0x30, [2, 1, id, 2, 2, 5, 0], value(4, [flags]), [2, 1, 3])
    let user = value(0x30, [4, 1, 1, 2, 1, 0, 2, 1, 0, 4, 2, 97, 98, 4, 0, 4, 0])
    return value(0x30, [2, 1, 3], header, value(4, user), value(4, [1, 2, 3]))
  }

  @Test func aRequestIsReadToItsObjects() throws {
    let bytes = Self.message()
    let message = try SNMPMessage(parsing: bytes.span.bytes)
    #expect(message.version == .v2c)
    #expect(message.community?.isDefault == true)
    #expect(message.community.map { "\($0)" } == "community of 6 bytes", "it is not shown")
    #expect(message.unit?.kind == .get)
    #expect(message.unit?.requestID == 9)
    #expect(message.unit?.objects == ["1.3.6.999"])
    #expect(SNMPMessage.recognise(bytes.span.bytes) == .yes(.client))
  }

  @Test func everyCutIsRefused() {
    let bytes = Self.message()
    for count in bytes.indices {
      #expect(throws: DissectionError.self) {
        try SNMPMessage(parsing: bytes.span.bytes.extracting(..<count))
      }
    }
  }

  @Test(
    arguments: [
      [0x30, 0x80, 0, 0], [0x30, 0x85, 0, 0, 0, 0, 1, 2], [0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
      [0x30, 3, 2, 1, 2], [0x04, 3, 2, 1, 1], [0x30, 2, 2, 0],
    ] as [[UInt8]]
  )
  func whatIsNoMessageIsRefused(bytes: [UInt8]) {
    #expect(SNMPMessage.recognise(bytes.span.bytes) == .no)
  }

  @Test func answersMeetTheirRequests() {
    var datagrams = SNMPDatagrams()
    let steps: [([UInt8], Role)] = [
      (Self.message(), .client), (Self.message(), .client),
      (Self.message(kind: 2, error: 2), .server), (Self.message(kind: 2), .server),
      (Self.message(kind: 1, id: 10), .client), (Self.message(kind: 7, id: 11), .server),
      (Self.encrypted(id: 12, flags: 7), .client), (Self.encrypted(id: 12, flags: 3), .server),
    ]
    for (index, step) in steps.enumerated() {
      let moment = Moment(frame: UInt64(index + 1), time: Int64(index) * 10)
      datagrams.receive(step.0.span.bytes, from: step.1, at: moment)
    }
    datagrams.finish(at: Moment(frame: 9, time: 90))
    #expect(datagrams.finished.map(\.id) == [9, 11, 12, 10])
    #expect(datagrams.finished.map(\.responseTime) == [10, nil, 10, nil])
    #expect(datagrams.finished.map(\.isUnanswered) == [false, false, false, true])
    #expect(datagrams.finished.first?.tries == 2)
    #expect(datagrams.finished.first?.errorStatus == 2)
    #expect(datagrams.finished.map(\.userName) == [nil, nil, "ab", nil])
    #expect(datagrams.unsolicitedResponses == 1)
  }
}
