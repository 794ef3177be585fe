/// Counts the WebSocket frames of one side without keeping them (RFC 6455 §5.2).
///
/// Frames carry nothing that one could be recognised by: after a gap that does not end inside a
/// payload, or a length that no frame can have, the side is not read any further.
struct WebSocketReader: Sendable {
  private(set) var tally = WebSocketTally()
  /// Whether frames can no longer be told apart.
  private(set) var isLost = false
  /// The beginning of a frame whose header is incomplete: at most 14 bytes, and 2 of a close code.
  private var header: [UInt8] = []
  /// Payload bytes of the frame to come.
  private var remaining: Int64 = 0

  mutating func receive(_ bytes: RawSpan) {
    var offset = 0
    while offset < bytes.byteCount, !isLost {
      if remaining > 0 {
        let count = min(remaining, Int64(bytes.byteCount - offset))
        remaining -= count
        offset += Int(count)
      } else {
        header.append(bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self))
        offset += 1
        readHeader()
      }
    }
  }

  mutating func skip(_ count: Int64) {
    if count <= remaining { remaining -= count } else { isLost = true }
  }

  private mutating func readHeader() {
    guard header.count >= 2 else { return }
    let form = header[1] & 0x7f
    let lengthBytes = form == 126 ? 2 : form == 127 ? 8 : 0
    let start = 2 + lengthBytes
    let end = start + (header[1] & 0x80 == 0 ? 0 : 4)
    guard header.count >= end else { return }
    let length =
      lengthBytes == 0
      ? UInt64(form) : header[2..<start].reduce(0) { $0 << 8 | UInt64($1) }
    guard length < 1 << 62 else {
      isLost = true
      return
    }
    let opcode = header[0] & 0x0f
    // The payload of a close begins with its code.
    let isClose = opcode == 8 && length >= 2
    guard !isClose || header.count >= end + 2 else { return }
    if isClose { tally.closeCode = closeCode(mask: header[start..<end], header[end...]) }
    tally.count(opcode: opcode)
    tally.payloadBytes &+= Int64(length)
    remaining = Int64(length) - (isClose ? 2 : 0)
    header.removeAll(keepingCapacity: true)
  }

  private func closeCode(mask: ArraySlice<UInt8>, _ payload: ArraySlice<UInt8>) -> UInt16 {
    let keys = mask.isEmpty ? [0, 0] : Array(mask.prefix(2))
    return zip(payload, keys).reduce(0) { $0 << 8 | UInt16($1.0 ^ $1.1) }
  }
}
