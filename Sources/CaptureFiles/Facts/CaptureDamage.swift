/// A place in a capture file that does not follow its format.
package struct CaptureDamage: Equatable, Sendable {
  /// What is wrong there.
  package enum Reason: Equatable, Sendable {
    /// The file ends inside a record; so many of its bytes are missing, where that is known.
    case truncated(missing: UInt64?)
    /// A record claims to be larger than any packet can be.
    case oversizedPacket(length: UInt64, bound: UInt64)
    /// The length of a block is impossible.
    case badBlockLength(type: UInt32, length: UInt32)
    /// The lengths at the two ends of a block differ.
    case blockLengthsDiffer(type: UInt32, first: UInt32, second: UInt32)
    /// A block is too small for the packet it claims to hold.
    case packetExceedsBlock(captured: UInt32, blockLength: UInt32)
    /// A packet names an interface that the section has not described.
    case unknownInterface(index: UInt32, known: UInt32)
    /// The options at the end of a block are not well formed.
    case badOptions(type: UInt32)
    /// A section header has an unknown byte order or version.
    case badSectionHeader
    /// A record's length leaves no room for its own header.
    case badRecordLength(length: UInt32)
    /// The compressed data is not well formed.
    case corruptCompression(CaptureCompression)
    /// The file expands beyond what the limits allow.
    case expansionLimit(CaptureCompression)
    /// The compressed data demands more memory than the limits allow.
    case windowTooLarge(CaptureCompression)
    /// Bytes that belong to nothing follow the compressed data.
    case trailingBytes
  }

  /// Where it is, after decompression.
  package var byteOffset: UInt64
  package var reason: Reason
  /// Packets that were read before it.
  package var packetsBefore: UInt64
  /// Bytes that were passed over, from the offset on; 0 where reading stopped there.
  package var bytesSkipped: UInt64 = 0
  /// Whether reading went on behind it.
  package var resumed = false

  package init(byteOffset: UInt64, reason: Reason, packetsBefore: UInt64) {
    self.byteOffset = byteOffset
    self.reason = reason
    self.packetsBefore = packetsBefore
  }
}

extension CaptureDamage.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .truncated(let missing?):
      "the file ends inside a packet or block, \(missing) bytes are missing"
    case .truncated(nil):
      "the file ends inside a packet or block"
    case .oversizedPacket(let length, let bound):
      "a packet claims \(length) bytes, more than the \(bound) that one can have"
    case .badBlockLength(let type, let length):
      "a block of type \(hexadecimal(type)) claims the impossible length \(length)"
    case .blockLengthsDiffer(let type, let first, let second):
      "a block of type \(hexadecimal(type)) says \(first) bytes at its start and \(second) at its end"
    case .packetExceedsBlock(let captured, let blockLength):
      "a packet of \(captured) bytes does not fit its block of \(blockLength)"
    case .unknownInterface(let index, let known):
      "a packet names interface \(index) of a section that describes \(known)"
    case .badOptions(let type):
      "the options of a block of type \(hexadecimal(type)) are malformed"
    case .badSectionHeader:
      "a section header has an unknown byte order or version"
    case .badRecordLength(let length):
      "a record's length of \(length) leaves no room for its header"
    case .corruptCompression(let compression):
      "the \(compression.rawValue) data is corrupt"
    case .expansionLimit(let compression):
      "the \(compression.rawValue) data expands beyond the limit"
    case .windowTooLarge(let compression):
      "the \(compression.rawValue) data demands more memory than the limit"
    case .trailingBytes:
      "bytes that belong to nothing follow the compressed data"
    }
  }
}

private func hexadecimal(_ type: UInt32) -> String { "0x" + String(type, radix: 16) }
