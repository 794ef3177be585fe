import Dissection
import Packets
import TestSupport
import Testing

/// With the messages of RFC 5769 §2.
struct STUNTests {
  private static let id: [UInt8] = [
    0xb7, 0xe7, 0xa7, 0x01, 0xbc, 0x34, 0xd6, 0x86, 0xfa, 0x87, 0xdf, 0xae,
  ]

  private static func message(type: UInt16, _ attributes: [UInt8]) -> [UInt8] {
    FrameBuilder.bigEndian(type) + FrameBuilder.bigEndian(UInt16(attributes.count))
      + FrameBuilder.bigEndian(STUNMessage.magicCookie) + id + attributes
  }

  private static let software: [UInt8] = [0x80, 0x22, 0, 11] + Array("test vector".utf8) + [0x20]
  private static let mapped: [UInt8] = [0, 0x20, 0, 8, 0, 1, 0xa1, 0x47, 0xe1, 0x12, 0xa6, 0x43]
  private static let mapped6: [UInt8] = [
    0, 0x20, 0, 20, 0, 2, 0xa1, 0x47, 0x01, 0x13, 0xa9, 0xfa, 0xa5, 0xd3, 0xf1, 0x79, 0xbc, 0x25,
    0xf4, 0xb5, 0xbe, 0xd2, 0xb9, 0xd9,
  ]

  @Test(arguments: [(mapped, "192.0.2.1"), (mapped6, "2001:db8:1234:5678:11:2233:4455:6677")])
  func theMappedAddressIsUnmasked(attribute: [UInt8], address: String) throws {
    let bytes = Self.message(type: 0x0101, Self.software + attribute)
    let message = try STUNMessage(parsing: bytes.span.bytes)
    #expect(message.class == .success)
    #expect(message.method == 1)
    #expect(message.software == "test vector")
    #expect(message.mappedAddress?.port == 32_853)
    #expect(message.mappedAddress?.address.description == address)
    #expect(message.attributes == [0x8022, 0x0020])
    #expect(message.damage == nil)
  }

  @Test(arguments: [
    (UInt16(0x0001), STUNMessage.Class.request, UInt16(1)), (0x0011, .indication, 1),
    (0x0101, .success, 1), (0x0111, .failure, 1), (0x0003, .request, 3), (0x3eef, .request, 0xfff),
  ])
  func classAndMethodShareTheirBits(type: UInt16, `class`: STUNMessage.Class, method: UInt16) throws
  {
    let bytes = Self.message(type: type, [])
    let message = try STUNMessage(parsing: bytes.span.bytes)
    #expect(message.class == `class`)
    #expect(message.method == method)
  }

  @Test func errorsHaveTheirCode() throws {
    let bytes = Self.message(type: 0x0111, [0, 9, 0, 4, 0, 0, 4, 1])
    #expect(try STUNMessage(parsing: bytes.span.bytes).errorCode == 401)
  }

  @Test func whatIsCutIsMarkedAndWhatIsForeignRefused() throws {
    let bytes = Self.message(type: 1, Self.software)
    let cut = try STUNMessage(parsing: bytes.span.bytes.extracting(..<30))
    #expect(cut.damage == .truncated)
    #expect(STUNMessage.recognise(bytes.span.bytes) == .yes(.client))
    #expect(STUNMessage.recognise(bytes.span.bytes.extracting(..<19)) == .no)
    var other = bytes
    other[4] ^= 1
    #expect(STUNMessage.recognise(other.span.bytes) == .no)
  }

  @Test func answersMeetTheirRequests() {
    var datagrams = STUNDatagrams()
    let request = Self.message(type: 1, [])
    let steps: [([UInt8], Role)] = [
      (request, .client), (request, .client), ([0x80, 0, 1], .client),
      (Self.message(type: 0x0101, Self.mapped), .server),
      (Self.message(type: 0x0101, Self.mapped), .server), (request, .server),
    ]
    for (index, step) in steps.enumerated() {
      let moment = Moment(frame: UInt64(index + 1), time: Int64(index) * 10)
      datagrams.receive(step.0.span.bytes, from: step.1, at: moment)
    }
    datagrams.finish(at: Moment(frame: 7, time: 70))
    #expect(datagrams.finished.map(\.responseTime) == [20, nil])
    #expect(datagrams.finished.map(\.tries) == [2, 1])
    #expect(datagrams.otherDatagrams == 1)
    #expect(datagrams.unsolicitedResponses == 1)
  }
}
