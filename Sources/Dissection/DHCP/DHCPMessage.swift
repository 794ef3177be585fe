package import Packets

/// A message of DHCP or BOOTP (RFC 2131 §2).
package struct DHCPMessage: Equatable, Sendable {
  /// Bytes before the options; those up to the hardware address have to be there.
  package static let headerLength = 236
  /// What the options begin with (RFC 2131 §3).
  package static let magicCookie: UInt32 = 0x6382_5363

  /// From a server or a relay to a client.
  package var isReply: Bool
  /// Ties the messages of one exchange together.
  package var transaction: UInt32
  /// Seconds since the client began.
  package var seconds: UInt16
  /// The client cannot receive what is sent to an address that it does not have yet.
  package var wantsBroadcast: Bool
  /// What the client has (`ciaddr`).
  package var clientAddress: IPAddress
  /// What it is given (`yiaddr`).
  package var yourAddress: IPAddress
  /// Where it should boot from (`siaddr`).
  package var nextServer: IPAddress
  /// The relay on the way (`giaddr`).
  package var relay: IPAddress
  /// The client's Ethernet address; nil for other links.
  package var hardwareAddress: HardwareAddress?
  package var serverName = ""
  package var bootFile = ""
  package var options = DHCPOptions()
  /// Why reading stopped behind the addresses and before the end of the options.
  package var damage: DissectionError?

  package var type: DHCPMessageType? { options.messageType }
}

extension DHCPMessage {
  package init(parsing bytes: RawSpan) throws(DissectionError) {
    var reader = ByteReader(bytes)
    let operation = try reader.readUInt8()
    guard operation == 1 || operation == 2 else { throw .malformed("neither request nor reply") }
    isReply = operation == 2
    let hardwareType = try reader.readUInt8()
    let hardwareLength = try reader.readUInt8()
    guard hardwareLength <= 16 else { throw .malformed("hardware address of over 16 bytes") }
    try reader.skip(1)
    transaction = try reader.readUInt32()
    let elapsed = try reader.readUInt16()
    // Some clients send it in the order of their processor, as Wireshark knows, too.
    seconds = elapsed & 0xff == 0 ? elapsed.byteSwapped : elapsed
    wantsBroadcast = try reader.readUInt16() & 0x8000 != 0
    clientAddress = try reader.readIPv4Address()
    yourAddress = try reader.readIPv4Address()
    nextServer = try reader.readIPv4Address()
    relay = try reader.readIPv4Address()
    var hardware = try reader.readPart(16)
    if hardwareType == 1, hardwareLength == 6 {
      hardwareAddress = try hardware.readHardwareAddress()
    }
    do throws(DissectionError) {
      var serverField = try reader.readPart(64)
      var fileField = try reader.readPart(128)
      if reader.remaining >= 4, try reader.readUInt32() == Self.magicCookie {
        try options.read(&reader)
      }
      // The fields hold options where option 52 says so (RFC 2131 §4.1).
      if options.overload & 1 != 0 {
        try options.read(&fileField)
      } else {
        bootFile = try Self.readField(&fileField)
      }
      if options.overload & 2 != 0 {
        try options.read(&serverField)
      } else {
        serverName = try Self.readField(&serverField)
      }
    } catch {
      damage = error
    }
  }

  private static func readField(_ field: inout ByteReader) throws(DissectionError) -> String {
    String(try field.readText(limit: 128).prefix { $0 != "\0" })
  }

  /// Whether a datagram is a DHCP message.
  package static func recognise(_ start: RawSpan) -> Recognition {
    guard start.byteCount >= headerLength + 4 else { return .no }
    do throws(DissectionError) {
      var reader = ByteReader(start)
      let operation = try reader.readUInt8()
      try reader.seek(to: headerLength)
      guard operation == 1 || operation == 2, try reader.readUInt32() == magicCookie else {
        return .no
      }
      return .yes(operation == 1 ? .client : .server)
    } catch {
      return .no
    }
  }
}
