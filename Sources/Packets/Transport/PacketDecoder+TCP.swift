extension PacketDecoder {
  /// Reads a TCP segment (RFC 9293 §3.1).
  ///
  /// Where the header is cut or impossible no transport is named and the payload is all of it, so
  /// that its fields can still be compared with its length.
  @inline(__always)
  mutating func readTCP(_ frame: RawSpan, at offset: Int, _ walk: inout FrameWalk) {
    guard walk.holds(20, at: offset) else { return readCutTCP(frame, at: offset, &walk) }
    let headerLength = readFirst16(frame, at: offset, &walk)
    let last = frame.bigEndian32(at: offset &+ 16)
    walk.headers.checksum = UInt16(truncatingIfNeeded: last >> 16)
    walk.headers.tcp.urgentPointer = UInt16(truncatingIfNeeded: last)
    guard headerLength >= 20, offset &+ headerLength <= walk.wireEnd else {
      walk.headers.oddities.insert(.badTransport)
      return setPayload(frame, at: offset, &walk)
    }
    walk.headers.transport = .tcp
    if headerLength > 20 {
      let optionsEnd = min(offset &+ headerLength, walk.capturedEnd)
      if optionsEnd < offset &+ headerLength { walk.headers.oddities.insert(.truncatedHeader) }
      if !walk.headers.tcp.options.read(frame, from: offset &+ 20, to: optionsEnd) {
        walk.headers.oddities.insert(.badOption)
      }
    }
    setPayload(frame, at: offset &+ headerLength, &walk)
    if verifiesChecksums {
      verifyTransport(frame, header: headerLength, at: offset, .tcp, &walk)
    }
  }

  /// Reads everything before the checksum and answers the length of the header.
  @inline(__always)
  private func readFirst16(_ frame: RawSpan, at offset: Int, _ walk: inout FrameWalk) -> Int {
    let header = frame.extracting(offset..<offset &+ 16)
    let ports = header.field32(0)
    walk.headers.sourcePort = UInt16(truncatingIfNeeded: ports >> 16)
    walk.headers.destinationPort = UInt16(truncatingIfNeeded: ports)
    walk.headers.tcp.sequence = header.field32(4)
    walk.headers.tcp.acknowledgment = header.field32(8)
    let control = header.field32(12)
    walk.headers.tcp.flags = TCPFlags(rawValue: UInt16(truncatingIfNeeded: control >> 16) & 0x0fff)
    walk.headers.tcp.window = UInt16(truncatingIfNeeded: control)
    let headerLength = Int(control >> 28) &* 4
    walk.headers.tcp.headerLength = UInt8(truncatingIfNeeded: headerLength)
    return headerLength
  }

  /// Keeps what is there of a header that was cut: the ports, or all up to the window.
  private func readCutTCP(_ frame: RawSpan, at offset: Int, _ walk: inout FrameWalk) {
    guard offset &+ 16 <= walk.capturedEnd else {
      return readCutPorts(frame, at: offset, &walk)
    }
    walk.headers.oddities.insert(.badTransport)
    _ = readFirst16(frame, at: offset, &walk)
    setPayload(frame, at: offset, &walk)
  }

  /// Keeps the ports of a transport header that was cut after them.
  func readCutPorts(_ frame: RawSpan, at offset: Int, _ walk: inout FrameWalk) {
    walk.headers.oddities.insert(.badTransport)
    guard offset &+ 4 <= walk.capturedEnd else { return }
    walk.headers.sourcePort = frame.bigEndian16(at: offset)
    walk.headers.destinationPort = frame.bigEndian16(at: offset &+ 2)
  }
}
