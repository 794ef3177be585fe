package import Packets

/// An ARP message that binds IPv4 to Ethernet addresses (RFC 826).
package struct ARPMessage: Equatable, Sendable {
  /// 1 asks, 2 answers.
  package var operation: UInt16
  package var senderHardware: HardwareAddress
  package var sender: IPAddress
  package var targetHardware: HardwareAddress
  package var target: IPAddress

  package var isRequest: Bool { operation == 1 }
  package var isReply: Bool { operation == 2 }

  /// Asks whether anybody has the address that the sender would like (RFC 5227 §1.1): no binding.
  package var isProbe: Bool { sender.v4 == 0 }

  /// Tells of itself without being asked (RFC 5227 §1.1).
  package var isGratuitous: Bool { sender == target }
}

extension ARPMessage {
  package init(parsing bytes: RawSpan) throws(DissectionError) {
    var reader = ByteReader(bytes)
    try reader.skip(2)
    let protocolType = try reader.readUInt16()
    let hardwareLength = try reader.readUInt8()
    let protocolLength = try reader.readUInt8()
    guard protocolType == 0x0800, hardwareLength == 6, protocolLength == 4 else {
      throw .malformed("not between IPv4 and Ethernet addresses")
    }
    operation = try reader.readUInt16()
    senderHardware = try reader.readHardwareAddress()
    sender = try reader.readIPv4Address()
    targetHardware = try reader.readHardwareAddress()
    target = try reader.readIPv4Address()
  }
}
