/// A message of NTP or SNTP (RFC 5905 §7.3).
package struct NTPMessage: Equatable, Sendable {
  /// Bytes of a message that tells the time, without extensions.
  package static let length = 48

  /// 0 to 2 for a coming leap second, 3 where the clock is not synchronised.
  package var leap: UInt8
  package var version: UInt8
  package var mode: Mode
  /// nil in control and private messages, which tell no time.
  package var time: Time?
  /// The operation of a control message (RFC 1305 appendix B) or the request of a private one.
  ///
  /// Private request 42 is for the list of clients that reflection attacks ask for.
  package var operation: UInt8?

  package enum Mode: UInt8, Sendable {
    case reserved, symmetricActive, symmetricPassive, client, server, broadcast, control, `private`
  }

  package struct Time: Equatable, Sendable {
    /// 1 for a clock of its own, 0 for "unspecified" or a kiss of death, 16 for none.
    package var stratum: UInt8
    /// Exponents of two, in seconds.
    package var poll: Int8
    package var precision: Int8
    /// Seconds in units of 2⁻¹⁶.
    package var rootDelay: UInt32
    package var rootDispersion: UInt32
    package var referenceID: UInt32
    package var reference: NTPTimestamp
    package var origin: NTPTimestamp
    package var receive: NTPTimestamp
    package var transmit: NTPTimestamp
  }
}

extension NTPMessage {
  package init(parsing bytes: RawSpan) throws(DissectionError) {
    var reader = ByteReader(bytes)
    let first = try reader.readUInt8()
    leap = first >> 6
    version = first >> 3 & 7
    mode = Mode(rawValue: first & 7) ?? .reserved
    guard (1...4).contains(version) else { throw .malformed("version of no NTP") }
    switch mode {
    case .control: operation = try reader.readUInt8() & 0x1f
    case .private:
      try reader.skip(2)
      operation = try reader.readUInt8()
    default: time = try Time(&reader)
    }
  }

  /// Whether a datagram is an NTP message; the port has to agree, the contents tell little.
  package static func recognise(_ start: RawSpan) -> Recognition {
    guard let message = try? NTPMessage(parsing: start), let time = message.time else { return .no }
    // A chain of servers is not seconds long, nor a clock off by them (RFC 5905 §A.5.5.2: 16 s).
    guard time.stratum <= 16, (-32...17).contains(time.poll), time.precision <= 0,
      time.rootDelay >> 16 <= 16, time.rootDispersion >> 16 <= 16
    else { return .no }
    switch message.mode {
    case .client, .symmetricActive: return .yes(.client)
    case .server, .symmetricPassive, .broadcast: return .yes(.server)
    case .reserved, .control, .private: return .no
    }
  }
}

extension NTPMessage.Time {
  fileprivate init(_ reader: inout ByteReader) throws(DissectionError) {
    stratum = try reader.readUInt8()
    poll = Int8(bitPattern: try reader.readUInt8())
    precision = Int8(bitPattern: try reader.readUInt8())
    rootDelay = try reader.readUInt32()
    rootDispersion = try reader.readUInt32()
    referenceID = try reader.readUInt32()
    reference = NTPTimestamp(rawValue: try reader.readUInt64())
    origin = NTPTimestamp(rawValue: try reader.readUInt64())
    receive = NTPTimestamp(rawValue: try reader.readUInt64())
    transmit = NTPTimestamp(rawValue: try reader.readUInt64())
  }

  /// What the reference identifier says: four letters for a clock ("GPS") or a kiss of death
  /// ("RATE"), else an address of the server asked, or a hash of it (RFC 5905 §7.3).
  package var referenceName: String {
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: referenceID >> UInt32(24 - 8 * $0)) }
    guard stratum <= 1 else { return bytes.map { "\($0)" }.joined(separator: ".") }
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}
