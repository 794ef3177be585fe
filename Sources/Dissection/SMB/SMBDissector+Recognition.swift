extension SMBDissector {
  /// Whether a stream begins with a message of SMB, or opens a session of NetBIOS.
  package static func recognise(_ start: RawSpan) -> Recognition {
    guard start.byteCount > 0 else { return .needsMore }
    if start.byte(at: 0) == 0x81 { return recogniseSessionRequest(start) }
    guard start.byte(at: 0) == 0 else { return .no }
    guard start.byteCount >= 8 else { return couldBegin(start) ? .needsMore : .no }
    guard isFrame(start) else { return .no }
    let version = start.byte(at: 4)
    // The flags that tell requests from responses.
    let place = version == 0xff ? 13 : 20
    guard version == 0xff || version == 0xfe else { return .likely(.client) }
    guard start.byteCount > place else { return .needsMore }
    let mask: UInt8 = version == 0xff ? 0x80 : 0x01
    return .yes(start.byte(at: place) & mask == 0 ? .client : .server)
  }

  /// Whether a frame of SMB begins here.
  static func isFrame(_ bytes: RawSpan) -> Bool {
    bytes.byteCount >= 8 && bytes.byte(at: 0) == 0 && bytes.byte(at: 4) >= 0xfc
      && bytes.byte(at: 5) == UInt8(ascii: "S") && bytes.byte(at: 6) == UInt8(ascii: "M")
      && bytes.byte(at: 7) == UInt8(ascii: "B")
  }

  private static func couldBegin(_ start: RawSpan) -> Bool {
    let signature: [UInt8] = [0xfc, 0x53, 0x4d, 0x42]
    return (4..<max(4, start.byteCount)).allSatisfy { place in
      let byte = start.byte(at: place)
      return place == 4 ? byte >= signature[0] : byte == signature[place - 4]
    }
  }

  /// A request with two names of 34 bytes (RFC 1002 §4.3.2).
  private static func recogniseSessionRequest(_ start: RawSpan) -> Recognition {
    let expected: [UInt8] = [0x81, 0, 0, 68, 32]
    let count = min(start.byteCount, expected.count)
    guard (0..<count).allSatisfy({ start.byte(at: $0) == expected[$0] }) else { return .no }
    return count == expected.count ? .yes(.client) : .needsMore
  }
}
