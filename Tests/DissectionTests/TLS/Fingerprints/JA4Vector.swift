import Dissection
import Testing

/// A published fingerprint: its lists in the client's order, and what they hash to.
struct JA4Vector: CustomTestStringConvertible, Sendable {
  var fingerprint: String
  var suites: String
  var extensions: String
  var schemes: String

  var testDescription: String { fingerprint }

  /// A hello with these lists, GREASE between them.
  var hello: ClientHello {
    let version = fingerprint.dropFirst().prefix(2)
    let protocols = ["h2": "h2", "h1": "http/1.1", "h3": "h3"]
    let name = protocols[String(fingerprint.dropFirst(8).prefix(2))]
    let contents: [UInt16: [UInt8]] = [
      13: TLSBytes.numbers(numbers(schemes)),
      16: TLSBytes.protocols(name.map { [Array($0.utf8), Array("x".utf8)] } ?? []).1,
      43: [6, 0x6a, 0x6a, 3, 4, 3, 3],
    ]
    return ClientHello(
      parsing: TLSBytes.clientHello(
        version: version == "10" ? 0x0301 : 0x0303,
        suites: [0x2a2a] + numbers(suites),
        extensions: ([0xdada] + numbers(extensions)).map { ($0, contents[$0] ?? []) }
      )
    )
  }

  private func numbers(_ list: String) -> [UInt16] {
    list.split(separator: ",").compactMap { UInt16($0, radix: 16) }
  }

  /// Results of FoxIO's own implementation on its test captures.
  static let published: [JA4Vector] = [
    JA4Vector(
      fingerprint: "t10d230100_6a57a6f57151_000000000000",
      suites: "0039,0038,0035,0016,0013,000a,0033,0032,002f,009a,0099,0096,0005,0004,"
        + "0015,0012,0009,0014,0011,0008,0006,0003,00ff",
      extensions: "0000",
      schemes: ""
    ),
    JA4Vector(
      fingerprint: "t12d190800_d83cc789557e_7af1ed941c26",
      suites: "c02c,c02b,c030,c02f,c024,c023,c028,c027,c00a,c009,c014,c013,009d,009c,"
        + "003d,003c,0035,002f,000a",
      extensions: "0000,0005,000a,000b,000d,0023,0017,ff01",
      schemes: "0804,0805,0806,0401,0501,0201,0403,0503,0203,0202,0601,0603"
    ),
    JA4Vector(
      fingerprint: "t12d1909h2_d83cc789557e_7af1ed941c26",
      suites: "c02c,c02b,c030,c02f,c024,c023,c028,c027,c00a,c009,c014,c013,009d,009c,"
        + "003d,003c,0035,002f,000a",
      extensions: "0000,0005,000a,000b,000d,0023,0010,0017,ff01",
      schemes: "0804,0805,0806,0401,0501,0201,0403,0503,0203,0202,0601,0603"
    ),
    JA4Vector(
      fingerprint: "t12d4605h2_85626a9a5f7f_aaf95bb78ec9",
      suites: "c030,c02c,c028,c024,c014,c00a,009f,006b,0039,cca9,cca8,ccaa,ff85,00c4,"
        + "0088,0081,009d,003d,0035,00c0,0084,c02f,c02b,c027,c023,c013,c009,009e,"
        + "0067,0033,00be,0045,009c,003c,002f,00ba,0041,c011,c007,0005,0004,c012,"
        + "c008,0016,000a,00ff",
      extensions: "0000,000b,000a,000d,0010",
      schemes: "0601,0603,efef,0501,0503,0401,0403,eeee,eded,0301,0303,0201,0203"
    ),
    JA4Vector(
      fingerprint: "t13d151400_8daaf6152771_de4a06bb82e3",
      suites: "1301,1302,1303,c02b,c02f,c02c,c030,cca9,cca8,c013,c014,009c,009d,002f,"
        + "0035",
      extensions: "0033,002b,001b,0000,0012,002d,000d,000a,0005,0023,0017,ff01,000b,0015",
      schemes: "0403,0804,0401,0503,0805,0501,0806,0601"
    ),
    JA4Vector(
      fingerprint: "t13d1515h2_8daaf6152771_f37e75b10bcc",
      suites: "1301,1302,1303,c02b,c02f,c02c,c030,cca9,cca8,c013,c014,009c,009d,002f,"
        + "0035",
      extensions: "0005,001b,0033,002d,4469,000a,000d,0012,ff01,000b,0023,002b,0000,0017,"
        + "0010",
      schemes: "0403,0804,0401,0503,0805,0501,0806,0601"
    ),
    JA4Vector(
      fingerprint: "t13d1516h1_8daaf6152771_e5627efa2ab1",
      suites: "1301,1302,1303,c02b,c02f,c02c,c030,cca9,cca8,c013,c014,009c,009d,002f,"
        + "0035",
      extensions: "000d,0033,0000,ff01,002b,0023,002d,0005,0012,000b,0017,4469,0010,001b,"
        + "000a,0015",
      schemes: "0403,0804,0401,0503,0805,0501,0806,0601"
    ),
    JA4Vector(
      fingerprint: "t13d1516h2_8daaf6152771_9b887d9acb53",
      suites: "1301,1302,1303,c02b,c02f,c02c,c030,cca9,cca8,c013,c014,009c,009d,002f,"
        + "0035",
      extensions: "000d,0010,0000,000b,0023,4469,ff01,0033,000a,002d,002b,0005,0017,0012,"
        + "001b,0029",
      schemes: "0403,0804,0401,0503,0805,0501,0806,0601"
    ),
    JA4Vector(
      fingerprint: "t13d1516h2_8daaf6152771_e5627efa2ab1",
      suites: "1301,1302,1303,c02b,c02f,c02c,c030,cca9,cca8,c013,c014,009c,009d,002f,"
        + "0035",
      extensions: "000d,0000,000a,0005,000b,002b,001b,ff01,0033,4469,002d,0023,0017,0012,"
        + "0010,0015",
      schemes: "0403,0804,0401,0503,0805,0501,0806,0601"
    ),
    JA4Vector(
      fingerprint: "t13d1517h1_8daaf6152771_6cdcb247c39b",
      suites: "1301,1302,1303,c02b,c02f,c02c,c030,cca9,cca8,c013,c014,009c,009d,002f,"
        + "0035",
      extensions: "0000,0017,0005,002b,0012,0023,000a,0033,0010,002d,001b,4469,000b,000d,"
        + "ff01,0015,0029",
      schemes: "0403,0804,0401,0503,0805,0501,0806,0601"
    ),
    JA4Vector(
      fingerprint: "t13d1615h2_46e7e9700bed_45f260be83e2",
      suites: "1301,1302,1303,c02b,c02f,c02c,c030,cca9,cca8,c013,c014,009c,009d,002f,"
        + "0035,000a",
      extensions: "0000,0017,ff01,000a,000b,0023,0010,0005,000d,0012,0033,002d,002b,001b,"
        + "0015",
      schemes: "0403,0804,0401,0503,0805,0501,0806,0601,0201"
    ),
    JA4Vector(
      fingerprint: "t13d1715h2_5b57614c22b0_3d5424432f57",
      suites: "1301,1303,1302,c02b,c02f,cca9,cca8,c02c,c030,c00a,c009,c013,c014,009c,"
        + "009d,002f,0035",
      extensions: "0000,0017,ff01,000a,000b,0023,0010,0005,0022,0033,002b,000d,002d,001c,"
        + "0015",
      schemes: "0403,0503,0603,0804,0805,0806,0401,0501,0601,0203,0201"
    ),
    JA4Vector(
      fingerprint: "t13d2613h2_2802a3db6c62_845d286b0d67",
      suites: "1301,1302,1303,c02c,c02b,c024,c023,c00a,c009,cca9,c030,c02f,c028,c027,"
        + "c014,c013,cca8,009d,009c,003d,003c,0035,002f,c008,c012,000a",
      extensions: "ff01,0000,0017,000d,0005,0012,0010,000b,0033,002d,002b,000a,0015",
      schemes: "0403,0804,0401,0503,0203,0805,0805,0501,0806,0601,0201"
    ),
  ]
}
