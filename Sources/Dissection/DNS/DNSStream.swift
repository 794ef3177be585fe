/// DNS over TCP: messages with a length of two bytes before each (RFC 1035 §4.2.2, RFC 7766 §8).
package struct DNSStream: StreamDissector {
  /// The longest message with its length.
  package static let maximumMessage = 2 + 65_535

  package var finished: [DNSTransaction] {
    get { transactions.finished }
    set { transactions.finished = newValue }
  }
  /// Messages that could not be read.
  package private(set) var malformedMessages: UInt64 = 0

  private var transactions = DNSTransactions(transport: .tcp)
  private var client = Side()
  private var server = Side()

  /// The bytes of one side that are not a whole message yet.
  private struct Side: Sendable {
    var buffer = StreamBuffer(limit: DNSStream.maximumMessage)
    /// After a gap of unknown contents: the next portion that begins like a message is believed.
    var isLost = false
    /// Bytes still to come of a message that a gap has destroyed.
    var destroyed: Int64 = 0
  }

  package init() {}

  /// Whether a side begins with a DNS message and its length.
  package static func recognise(_ start: RawSpan) -> Recognition {
    do throws(DissectionError) {
      var reader = ByteReader(start)
      let length = Int(try reader.readUInt16())
      guard length >= DNSMessage.headerLength else { return .no }
      let recognition = DNSMessage.recognise(
        try reader.readBytes(min(length, reader.remaining))
      )
      // All of the message is there, and it is too short for its question.
      if recognition == .needsMore, start.byteCount >= 2 + length { return .no }
      return recognition
    } catch {
      return .needsMore
    }
  }

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    var side = take(role)
    defer { put(side, role) }
    var start = Int(min(side.destroyed, Int64(bytes.byteCount)))
    side.destroyed -= Int64(start)
    if side.isLost {
      guard case .yes = Self.recognise(bytes) else { return }
      side.isLost = false
    }
    // Portions are no longer than the reassembler's; a buffer takes one message at a time.
    while start < bytes.byteCount {
      let end = min(bytes.byteCount, start + side.buffer.limit - side.buffer.count)
      guard end > start, side.buffer.append(bytes.extracting(start..<end)) else { return }
      start = end
      read(&side, from: role, at: moment)
    }
  }

  package mutating func skip(_ count: Int64, from role: Role, at moment: Moment) {
    var side = take(role)
    defer { put(side, role) }
    guard count > 0, !side.isLost else { return }
    var missing = side.destroyed
    side.buffer.consume { bytes in
      missing = Self.missingBytes(of: bytes) ?? missing
      return bytes.byteCount
    }
    // A gap within one message: the next begins where its length says.
    side.isLost = missing < count
    side.destroyed = side.isLost ? 0 : missing - count
  }

  package mutating func close(_ role: Role, at moment: Moment) {
    var side = take(role)
    if !side.buffer.isEmpty { malformedMessages += 1 }
    side.buffer.removeAll()
    put(side, role)
  }

  package mutating func finish(at moment: Moment) { transactions.finish() }

  package var heldBytes: Int {
    transactions.heldBytes &+ client.buffer.count &+ server.buffer.count
  }

  private mutating func read(_ side: inout Side, from role: Role, at moment: Moment) {
    side.buffer.consume { bytes in
      var used = 0
      while bytes.byteCount - used >= 2 {
        let rest = bytes.extracting(used...)
        guard let missing = Self.missingBytes(of: rest), missing == 0 else { break }
        let length = 2 + Int(Self.length(of: rest))
        used += length
        receiveMessage(rest.extracting(2..<length), from: role, at: moment)
      }
      return used
    }
  }

  private mutating func receiveMessage(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    do throws(DissectionError) {
      let message = try DNSMessage(parsing: bytes)
      if message.damage != nil { malformedMessages += 1 }
      _ = transactions.receive(message, from: role, at: moment)
    } catch {
      malformedMessages += 1
    }
  }

  /// Bytes to come of the message that begins here; nil where its length is not there yet.
  private static func missingBytes(of bytes: RawSpan) -> Int64? {
    guard bytes.byteCount >= 2 else { return nil }
    return Int64(max(0, 2 + Int(length(of: bytes)) - bytes.byteCount))
  }

  private static func length(of bytes: RawSpan) -> UInt16 {
    UInt16(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt16.self))
  }

  /// Takes a side out, so that its buffer is not copied when it changes.
  private mutating func take(_ role: Role) -> Side {
    var side = Side()
    if role == .client { swap(&side, &client) } else { swap(&side, &server) }
    return side
  }

  private mutating func put(_ side: Side, _ role: Role) {
    if role == .client { client = side } else { server = side }
  }
}
