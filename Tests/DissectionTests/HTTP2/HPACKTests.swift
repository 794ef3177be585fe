import Dissection
import Testing

/// The examples of RFC 7541 appendix C, and what no encoder sends.
struct HPACKTests {
  /// Blocks of one connection with their fields and the size of the table after each.
  struct Example: CustomTestStringConvertible, Sendable {
    var section: String
    var blocks: [String]
    var fields: [[String]]
    var sizes: [Int]
    var testDescription: String { section }
  }

  private static let requests: [[String]] = [
    [":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com"],
    [
      ":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com",
      "cache-control: no-cache",
    ],
    [
      ":method: GET", ":scheme: https", ":path: /index.html", ":authority: www.example.com",
      "custom-key: custom-value",
    ],
  ]

  private static let responses: [[String]] = [
    [
      ":status: 302", "cache-control: private", "date: Mon, 21 Oct 2013 20:13:21 GMT",
      "location: https://www.example.com",
    ],
    [
      ":status: 307", "cache-control: private", "date: Mon, 21 Oct 2013 20:13:21 GMT",
      "location: https://www.example.com",
    ],
    [
      ":status: 200", "cache-control: private", "date: Mon, 21 Oct 2013 20:13:22 GMT",
      "location: https://www.example.com", "content-encoding: gzip",
      "set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1",
    ],
  ]

  /// The responses are sent with a table of 256 bytes, which the encoder has to announce.
  private static let tableOf256 = "3fe101"

  private static let examples = [
    Example(
      section: "C.2",
      blocks: [
        "400a637573746f6d2d6b65790d637573746f6d2d686561646572", "040c2f73616d706c652f70617468",
        "100870617373776f726406736563726574", "82",
      ],
      fields: [
        ["custom-key: custom-header"], [":path: /sample/path"], ["password: secret"],
        [":method: GET"],
      ],
      sizes: [55, 55, 55, 55]
    ),
    Example(
      section: "C.3",
      blocks: [
        "828684410f7777772e6578616d706c652e636f6d", "828684be58086e6f2d6361636865",
        "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565",
      ],
      fields: requests,
      sizes: [57, 110, 164]
    ),
    Example(
      section: "C.4",
      blocks: [
        "828684418cf1e3c2e5f23a6ba0ab90f4ff", "828684be5886a8eb10649cbf",
        "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf",
      ],
      fields: requests,
      sizes: [57, 110, 164]
    ),
    Example(
      section: "C.5",
      blocks: [
        tableOf256 + "4803333032580770726976617465611d4d6f6e2c203231204f637420323031332032303a3133"
          + "3a323120474d546e1768747470733a2f2f7777772e6578616d706c652e636f6d",
        "4803333037c1c0bf",
        "88c1611d4d6f6e2c203231204f637420323031332032303a31333a323220474d54c05a04677a69707738"
          + "666f6f3d4153444a4b48514b425a584f5157454f50495541585157454f49553b206d61782d6167653d"
          + "333630303b2076657273696f6e3d31",
      ],
      fields: responses,
      sizes: [222, 222, 215]
    ),
    Example(
      section: "C.6",
      blocks: [
        tableOf256 + "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d"
          + "29ad171863c78f0b97c8e9ae82ae43d3",
        "4883640effc1c0bf",
        "88c16196d07abe941054d444a8200595040b8166e084a62d1bffc05a839bd9ab77ad94e7821dd7f2e6c7"
          + "b335dfdfcd5b3960d5af27087f3672c1ab270fb5291f9587316065c003ed4ee5b1063d5007",
      ],
      fields: responses,
      sizes: [222, 222, 215]
    ),
  ]

  @Test(arguments: examples)
  func examplesOfTheStandardAreDecoded(example: Example) throws {
    var decoder = HPACKDecoder()
    for (index, block) in example.blocks.enumerated() {
      let fields = try decoder.decode(Self.bytes(block).span.bytes)
      let text = fields.map {
        String(decoding: $0.name, as: UTF8.self) + ": " + String(decoding: $0.value, as: UTF8.self)
      }
      #expect(text == example.fields[index])
      #expect(decoder.tableSize == example.sizes[index])
    }
  }

  /// Index 0, an index without entry, a table beyond the setting, an endless integer, a cut string,
  /// an end of string inside a string, padding of zeros, padding of a whole byte.
  @Test(arguments: [
    "80", "be", "3fe21f", "ffffffffffff7f", "400361", "400184ffffffff", "40018200ff", "400181fe",
  ])
  func whatNoEncoderSendsIsRefused(block: String) {
    var decoder = HPACKDecoder()
    #expect(throws: DissectionError.self) {
      _ = try decoder.decode(Self.bytes(block).span.bytes)
    }
  }

  @Test func aShortBlockThatMeansALongListIsBounded() throws {
    var decoder = HPACKDecoder()
    let name = [UInt8](repeating: 0x61, count: 100)
    let value = [UInt8](repeating: 0x62, count: 3_000)
    let block =
      [0x40, 100] + name + [0x7f, 0xb9, 0x16] + value + [UInt8](repeating: 0xbe, count: 10_000)
    let fields = try decoder.decode(block.span.bytes)
    #expect(fields.count <= HTTP2Limits.fieldBytes / 3_132)
  }

  @Test func behindAGapOnlyWhatTheTableTellsIsMissing() throws {
    var decoder = HPACKDecoder()
    decoder.lose()
    let fields = try decoder.decode(Self.bytes("8286c50401610f300161").span.bytes)
    #expect(fields.map(\.name) == [":method", ":scheme", ":path"].map { Array($0.utf8) })
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
  }
}
