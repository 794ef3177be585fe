/// Cuts one side of a connection into frames of the NetBIOS session service, which SMB keeps without
/// NetBIOS too (RFC 1002 §4.3.1, [MS-SMB2] §2.1).
struct SMBFrameReader: Sendable {
  /// A frame, of which at most ``SMBLimits/head`` bytes are kept.
  struct Frame: Sendable {
    /// 0 for a message; the others open and keep sessions of NetBIOS.
    var type: UInt8
    var length: Int
    var head: [UInt8]
  }

  private var header: [UInt8] = []
  private var head: [UInt8] = []
  private var remaining = 0
  private var isInside = false
  /// The rest of the frame's head is missing.
  private var isCut = false
  /// Where frames begin is not known.
  private(set) var isLost = false

  /// Reads from `offset` to the end of a frame, which is returned, or of the bytes.
  mutating func read(_ bytes: RawSpan, from offset: inout Int) -> Frame? {
    if isLost {
      // A frame mostly begins with a segment.
      guard offset == 0, SMBDissector.isFrame(bytes) else {
        offset = bytes.byteCount
        return nil
      }
      isLost = false
    }
    while !isInside {
      guard offset < bytes.byteCount else { return nil }
      header.append(bytes.byte(at: offset))
      offset += 1
      guard header.count == 4 else { continue }
      guard header[0] == 0 || (0x81...0x85).contains(header[0]) else {
        lose()
        offset = bytes.byteCount
        return nil
      }
      remaining = Int(header[1]) << 16 | Int(header[2]) << 8 | Int(header[3])
      isInside = true
    }
    let count = min(remaining, bytes.byteCount - offset)
    if !isCut {
      let kept = min(count, SMBLimits.head - head.count)
      head += Array(copying: bytes.extracting(offset..<offset + kept))
    }
    offset += count
    remaining -= count
    return remaining == 0 ? finish() : nil
  }

  /// So many bytes are missing; a frame that ends with them is returned.
  mutating func skip(_ count: Int64) -> Frame? {
    guard isInside, count <= Int64(remaining) else {
      lose()
      return nil
    }
    isCut = true
    remaining -= Int(count)
    return remaining == 0 ? finish() : nil
  }

  private mutating func finish() -> Frame {
    let length = Int(header[1]) << 16 | Int(header[2]) << 8 | Int(header[3])
    defer { reset() }
    return Frame(type: header[0], length: length, head: head)
  }

  private mutating func lose() {
    reset()
    isLost = true
  }

  private mutating func reset() {
    header.removeAll(keepingCapacity: true)
    head.removeAll(keepingCapacity: head.capacity <= 1_024)
    remaining = 0
    isInside = false
    isCut = false
  }
}
