package import Packets

extension FrameBuilder {
  /// A TCP segment (RFC 9293 §3.1); `options` are padded to whole words.
  package static func tcp(
    from source: UInt16,
    to destination: UInt16,
    sequence: UInt32 = 0,
    acknowledgment: UInt32 = 0,
    flags: TCPFlags = .ack,
    window: UInt16 = 65_535,
    options: [UInt8] = [],
    _ payload: [UInt8] = []
  ) -> Message {
    let padded = options + Array(repeating: 0, count: (4 - options.count % 4) % 4)
    let words = UInt16(5 + padded.count / 4)
    var bytes = bigEndian(source) + bigEndian(destination)
    bytes += bigEndian(sequence) + bigEndian(acknowledgment)
    bytes += bigEndian(words << 12 | flags.rawValue) + bigEndian(window) + [0, 0, 0, 0]
    return Message(ipProtocol: 6, bytes: bytes + padded + payload, checksumOffset: 16)
  }

  /// A UDP datagram.
  package static func udp(
    from source: UInt16,
    to destination: UInt16,
    _ payload: [UInt8] = []
  ) -> Message {
    var bytes = bigEndian(source) + bigEndian(destination)
    bytes += bigEndian(UInt16(truncatingIfNeeded: 8 + payload.count)) + [0, 0]
    return Message(ipProtocol: 17, bytes: bytes + payload, checksumOffset: 6)
  }

  /// An ICMP message with its second word, such as an echo's identifier and sequence number.
  package static func icmp(
    type: UInt8,
    code: UInt8 = 0,
    identifier: UInt16 = 0,
    sequence: UInt16 = 0,
    _ payload: [UInt8] = []
  ) -> Message {
    let bytes = [type, code, 0, 0] + bigEndian(identifier) + bigEndian(sequence) + payload
    var message = Message(ipProtocol: 1, bytes: bytes, checksumOffset: 2)
    message.coversAddresses = false
    return message
  }

  /// An ICMPv6 message with its second word.
  package static func icmpv6(
    type: UInt8,
    code: UInt8 = 0,
    identifier: UInt16 = 0,
    sequence: UInt16 = 0,
    _ payload: [UInt8] = []
  ) -> Message {
    let bytes = [type, code, 0, 0] + bigEndian(identifier) + bigEndian(sequence) + payload
    return Message(ipProtocol: 58, bytes: bytes, checksumOffset: 2)
  }

  /// TCP options as bytes.
  package enum Option {
    package static func maximumSegmentSize(_ value: UInt16) -> [UInt8] {
      [2, 4] + bigEndian(value)
    }

    package static func windowScale(_ shift: UInt8) -> [UInt8] { [3, 3, shift] }

    package static let sackPermitted: [UInt8] = [4, 2]
    package static let noOperation: [UInt8] = [1]

    package static func timestamps(_ value: UInt32, echo: UInt32) -> [UInt8] {
      [8, 10] + bigEndian(value) + bigEndian(echo)
    }

    package static func sack(_ blocks: [(left: UInt32, right: UInt32)]) -> [UInt8] {
      [5, UInt8(2 + 8 * blocks.count)]
        + blocks.flatMap { bigEndian($0.left) + bigEndian($0.right) }
    }
  }
}
