/// Messages of TLS made by hand.
enum TLSBytes {
  /// A record around a body.
  static func record(_ type: UInt8, _ body: [UInt8], version: UInt16 = 0x0303) -> [UInt8] {
    [type] + two(Int(version)) + two(body.count) + body
  }

  /// A handshake message around a body.
  static func message(_ type: UInt8, _ body: [UInt8]) -> [UInt8] {
    [type, UInt8(body.count >> 16)] + two(body.count & 0xffff) + body
  }

  /// The body of a ClientHello, with two suites unless others are given.
  static func clientHello(
    version: UInt16 = 0x0303,
    sessionID: [UInt8] = [],
    suites: [UInt16] = [0x1301, 0xc02f],
    extensions: [(UInt16, [UInt8])] = []
  ) -> [UInt8] {
    two(Int(version)) + [UInt8](repeating: 7, count: 32) + [UInt8(sessionID.count)] + sessionID
      + numbers(suites) + [1, 0] + list(extensions)
  }

  /// The body of a ServerHello that takes the first of those suites.
  static func serverHello(
    random: [UInt8] = [UInt8](repeating: 9, count: 32),
    sessionID: [UInt8] = [],
    suite: UInt16 = 0xc02f,
    extensions: [(UInt16, [UInt8])] = []
  ) -> [UInt8] {
    [3, 3] + random + [UInt8(sessionID.count)] + sessionID + two(Int(suite)) + [0]
      + list(extensions)
  }

  /// The extension that names a host.
  static func serverName(_ name: String) -> (UInt16, [UInt8]) {
    let bytes = Array(name.utf8)
    return (0, two(bytes.count + 3) + [0] + two(bytes.count) + bytes)
  }

  /// Bytes behind their number in two bytes.
  static func list16(_ bytes: [UInt8]) -> [UInt8] { two(bytes.count) + bytes }

  /// Numbers of two bytes, as most extensions list them.
  static func numbers(_ numbers: [UInt16]) -> [UInt8] {
    list16(numbers.flatMap { two(Int($0)) })
  }

  /// The extension that offers protocols by ALPN.
  static func protocols(_ names: [[UInt8]]) -> (UInt16, [UInt8]) {
    (16, list16(names.flatMap { [UInt8($0.count)] + $0 }))
  }

  static func two(_ number: Int) -> [UInt8] { [UInt8(number >> 8 & 0xff), UInt8(number & 0xff)] }

  private static func list(_ extensions: [(UInt16, [UInt8])]) -> [UInt8] {
    let bytes = extensions.flatMap { two(Int($0)) + two($1.count) + $1 }
    return bytes.isEmpty ? [] : list16(bytes)
  }
}
