/// Puts the handshake messages of one side together from the bodies of its records.
///
/// Messages may span records and records may hold several messages (RFC 8446 §5.1). Only messages
/// that are read are kept, and of those no more than ``TLSLimits/handshakeMessage``.
struct HandshakeAssembler: Sendable {
  /// A message that has come to its end.
  struct Message {
    var type: HandshakeType
    /// What follows the four bytes of type and length; empty where it is not read.
    var body: [UInt8]
    /// Whether bytes are missing from `body`, because of a gap or the bound.
    var isCut: Bool
  }

  private var header: UInt32 = 0
  private var headerCount = 0
  private var left = 0
  private var body: [UInt8] = []
  private var isCut = false
  /// Whether bytes are missing before the next ones, so that these belong elsewhere.
  private var hasHole = false

  /// Bytes of the message that is not complete.
  var heldBytes: Int { body.count }

  private var type: HandshakeType { HandshakeType(rawValue: UInt8(header >> 24)) }
  private var length: Int { Int(header & 0xff_ffff) }

  /// The next message that ends in `bytes` from `offset` on, which moves behind it; `nil` when all
  /// is used.
  mutating func next(in bytes: RawSpan, from offset: inout Int) -> Message? {
    while headerCount < 4 {
      guard offset < bytes.byteCount else { return nil }
      header = header << 8 | UInt32(bytes.byte(at: offset))
      headerCount += 1
      offset += 1
      if headerCount == 4 {
        left = length
        isCut = length > TLSLimits.handshakeMessage
      }
    }
    let count = min(left, bytes.byteCount - offset)
    if type.isRead, !hasHole {
      let room = min(count, TLSLimits.handshakeMessage - body.count)
      if body.isEmpty {
        body = Array(copying: bytes.extracting(offset..<offset + room))
      } else if room > 0 {
        bytes.extracting(offset..<offset + room).withUnsafeBytes { body.append(contentsOf: $0) }
      }
    }
    offset += count
    left -= count
    return left == 0 ? take() : nil
  }

  /// Steps over bytes of the present record that were not captured; a message may end with them.
  mutating func skip(_ count: Int) -> Message? {
    guard headerCount == 4, count <= left else {
      reset()
      return nil
    }
    left -= count
    isCut = true
    hasHole = true
    return left == 0 ? take() : nil
  }

  /// Forgets a message that will not be finished.
  mutating func reset() { self = HandshakeAssembler() }

  private mutating func take() -> Message {
    var message = Message(type: type, body: [], isCut: isCut)
    swap(&message.body, &body)
    reset()
    return message
  }
}
