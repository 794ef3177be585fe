/// What is known of one side of an HTTP/2 connection.
struct HTTP2Side: Sendable {
  /// A field block that is not complete.
  struct Block: Sendable {
    var stream: UInt32
    /// The stream that is promised to be opened, where it is a promise.
    var promised: UInt32?
    var bytes: [UInt8]
    var endsStream: Bool
    var start: Moment
  }

  var reader: HTTP2FrameReader
  /// Decodes the fields that this side sends.
  var decoder = HPACKDecoder()
  var block: Block?

  init(_ role: Role) { reader = HTTP2FrameReader(expectsPreface: role == .client) }

  /// Bytes of what is not complete, and of the fields that later ones may refer to.
  var heldBytes: Int { reader.heldBytes &+ (block?.bytes.count ?? 0) &+ decoder.tableSize }

  /// A block, or part of one, was not captured.
  mutating func loseBlocks() {
    block = nil
    decoder.lose()
  }
}
