/// Where the decoder stands in one frame: what it has read of the current level, and how far the
/// bytes reach.
///
/// Offsets count from the start of the span that is being read (the frame, or a reassembled
/// datagram).
struct FrameWalk {
  /// The level being read.
  var headers = PacketHeaders()
  /// End of the bytes that the file holds of the enclosing layer.
  var capturedEnd: Int
  /// End of the enclosing layer on the wire; at least `capturedEnd`.
  var wireEnd: Int
  /// Datagrams put together while this frame was read.
  var reassemblies = 0
  /// Bridged Ethernet headers passed that are no layer of the path.
  var bridges = 0
  /// The encapsulations passed so far.
  var layers = PathLayers()

  /// A datagram of fragments may hold fragments of a tunnelled one; more than this is an attack on
  /// the stack.
  static let maximumReassemblies = 4

  @inline(__always) init(_ frame: RawSpan, of record: FrameContext) {
    capturedEnd = frame.byteCount
    wireEnd = max(Int(record.wireLength), frame.byteCount)
    headers.frame = record.frame
    headers.time = record.time
    headers.wireLength = UInt32(truncatingIfNeeded: wireEnd)
    headers.capturedLength = UInt32(truncatingIfNeeded: frame.byteCount)
    headers.interface = record.interface
  }

  /// Whether `count` bytes from `offset` were captured; notes the oddity when they were not.
  @inline(__always) mutating func holds(_ count: Int, at offset: Int) -> Bool {
    if offset &+ count <= capturedEnd { return true }
    noteMissing(count, at: offset)
    return false
  }

  private mutating func noteMissing(_ count: Int, at offset: Int) {
    headers.oddities.insert(offset &+ count <= wireEnd ? .truncatedHeader : .badLength)
  }

  /// Adds an encapsulation; false, with an oddity, when there are too many.
  mutating func push(_ kind: EncapsulationPath.Kind, _ identifier: UInt32) -> Bool {
    if layers.append(kind, identifier) { return true }
    headers.oddities.insert(.tooDeep)
    return false
  }

  /// Forgets the level that was read and starts the next one inside it.
  mutating func beginNextLevel() {
    var next = PacketHeaders()
    next.frame = headers.frame
    next.time = headers.time
    next.wireLength = headers.wireLength
    next.capturedLength = headers.capturedLength
    next.interface = headers.interface
    next.level = headers.level &+ 1
    next.payloadReassembled = headers.payloadReassembled
    headers = next
  }
}
