extension TCPOptions {
  /// Reads the options between two offsets; false if one has an impossible length.
  @inline(__always)
  mutating func read(_ frame: RawSpan, from start: Int, to end: Int) -> Bool {
    // Two NOPs and timestamps are what nearly every segment of a modern connection carries.
    if end &- start == 12 {
      let options = frame.extracting(start..<start &+ 12)
      if options.field32(0) == 0x0101_080a {
        timestampValue = options.field32(4)
        timestampEcho = options.field32(8)
        present = .timestamps
        return true
      }
    }
    return readEach(frame, from: start, to: end)
  }

  private mutating func readEach(_ frame: RawSpan, from start: Int, to end: Int) -> Bool {
    var offset = start
    var areSound = true
    while offset < end {
      let kind = frame.byte(at: offset)
      if kind == Kind.end { return areSound }
      if kind == Kind.noOperation {
        offset &+= 1
        continue
      }
      guard offset &+ 2 <= end else { return false }
      let length = Int(frame.byte(at: offset &+ 1))
      guard length >= 2, offset &+ length <= end else { return false }
      if !readOption(kind, length, frame, at: offset) { areSound = false }
      offset &+= length
    }
    return areSound
  }

  /// Reads one option; false if its length is not one that its kind can have.
  private mutating func readOption(
    _ kind: UInt8,
    _ length: Int,
    _ frame: RawSpan,
    at offset: Int
  ) -> Bool {
    switch kind {
    case Kind.maximumSegmentSize:
      guard length == 4 else { return false }
      maximumSegmentSize = frame.bigEndian16(at: offset &+ 2)
      present.insert(.maximumSegmentSize)
    case Kind.windowScale:
      guard length == 3 else { return false }
      windowScale = frame.byte(at: offset &+ 2)
      present.insert(.windowScale)
    case Kind.sackPermitted:
      guard length == 2 else { return false }
      present.insert(.sackPermitted)
    case Kind.sack:
      return readBlocks(length, frame, at: offset)
    case Kind.timestamps:
      guard length == 10 else { return false }
      timestampValue = frame.bigEndian32(at: offset &+ 2)
      timestampEcho = frame.bigEndian32(at: offset &+ 6)
      present.insert(.timestamps)
    case Kind.fastOpen:
      present.insert(.fastOpen)
    case Kind.experiment where length >= 4 && frame.bigEndian16(at: offset &+ 2) == 0xf989:
      // The identifier that Fast Open had before its own number (RFC 7413 §4.1.1).
      present.insert(.fastOpen)
    case Kind.multipath:
      present.insert(.multipath)
      guard length >= 3 else { return false }
      let subtype = frame.byte(at: offset &+ 2) >> 4
      if subtype != 0 || length >= 12 { multipathSubtypes |= 1 << UInt16(subtype) }
    default:
      break
    }
    return true
  }

  private mutating func readBlocks(_ length: Int, _ frame: RawSpan, at offset: Int) -> Bool {
    guard length >= 10, length & 7 == 2, length <= 34 else { return false }
    let count = (length &- 2) >> 3
    for index in 0..<count {
      sackBlocks[index] = SACKBlock(
        left: frame.bigEndian32(at: offset &+ 2 &+ 8 &* index),
        right: frame.bigEndian32(at: offset &+ 6 &+ 8 &* index)
      )
    }
    sackCount = UInt8(truncatingIfNeeded: count)
    present.insert(.sack)
    return true
  }

  /// Option kinds (IANA "TCP Option Kind Numbers").
  private enum Kind {
    static let end: UInt8 = 0
    static let noOperation: UInt8 = 1
    static let maximumSegmentSize: UInt8 = 2
    static let windowScale: UInt8 = 3
    static let sackPermitted: UInt8 = 4
    static let sack: UInt8 = 5
    static let timestamps: UInt8 = 8
    static let multipath: UInt8 = 30
    static let fastOpen: UInt8 = 34
    static let experiment: UInt8 = 254
  }
}
