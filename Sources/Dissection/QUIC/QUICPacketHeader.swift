/// What a packet shows before its encryption begins (RFC 9000 §17).
package struct QUICPacketHeader: Equatable, Sendable {
  package var type: QUICPacketType
  package var version = QUICVersion.negotiation
  /// Whether the bit is set that QUIC's packets have, unless peers agreed otherwise (RFC 9287).
  package var hasFixedBit: Bool
  /// Empty in short headers, which do not say how long it is.
  package var destination: [UInt8] = []
  package var source: [UInt8] = []
  /// Where an Initial's or a Retry's token is in the packet.
  package var token = 0..<0
  /// Where the packet number begins, from the start of the packet.
  package var numberOffset = 0
  /// Bytes of the whole packet.
  package var length: Int

  /// Whether it could be the first packet of a connection, by its fixed bit.
  var mayOpen: Bool { hasFixedBit || type == .versionNegotiation }

  /// Whether a packet that begins with this byte has a short header.
  ///
  /// Once a connection is opened, its packets may do without their fixed bit.
  static func isShort(_ first: UInt8, _ isOpened: Bool) -> Bool {
    first & 0x80 == 0 && (isOpened || first & 0x40 != 0)
  }

  /// The longest connection id (RFC 9000 §17.2).
  private static let longestID = 20

  /// Reads the packet at the start of `datagram`; more may follow behind it.
  package init(parsing datagram: RawSpan) throws(DissectionError) {
    var reader = ByteReader(datagram)
    let first = try reader.readUInt8()
    length = datagram.byteCount
    hasFixedBit = first & 0x40 != 0
    guard first & 0x80 != 0 else {
      type = .oneRTT
      return
    }
    version = QUICVersion(rawValue: try reader.readUInt32())
    type = QUICPacketType(firstByte: first, version: version)
    destination = try Self.readID(&reader, version)
    source = try Self.readID(&reader, version)
    switch type {
    case .initial:
      let count = try reader.readVariableInteger()
      token = reader.offset..<reader.offset
      try reader.skip(count)
      token = token.lowerBound..<reader.offset
      try readLength(&reader)
    case .zeroRTT, .handshake: try readLength(&reader)
    case .retry:
      let count = reader.remaining - Self.tagLength
      guard count > 0 else { throw .truncated }
      token = reader.offset..<reader.offset + count
    case .versionNegotiation, .unknown: numberOffset = reader.offset
    case .oneRTT: break
    }
  }

  /// Bytes of an authentication tag.
  static let tagLength = 16

  private static func readID(
    _ reader: inout ByteReader,
    _ version: QUICVersion
  ) throws(DissectionError) -> [UInt8] {
    let count = Int(try reader.readUInt8())
    guard count <= longestID || !version.isKnown else {
      throw .malformed("a connection id of more than 20 bytes")
    }
    return Array(copying: try reader.readBytes(count))
  }

  private mutating func readLength(_ reader: inout ByteReader) throws(DissectionError) {
    let rest = try reader.readVariableInteger()
    numberOffset = reader.offset
    guard rest <= reader.remaining else { throw .truncated }
    length = numberOffset + rest
  }
}
