/// Reads one side up to its SSH_MSG_NEWKEYS.
struct SSHReader: Sendable {
  /// Bytes of a line before the identification or of itself (RFC 4253 §4.2).
  static let longestLine = 255
  /// Lines that a server may send before its identification.
  static let mostLines = 64
  /// Bytes of a packet (RFC 4253 §6.1).
  static let longestPacket = 35_000

  private static let keyExchangeInit: UInt8 = 20
  private static let newKeys: UInt8 = 21

  private(set) var isEncrypted = false
  private var isLost = false
  private var hasVersion = false
  private var lineCount = 0
  private var lines = LineReader(limit: longestLine)
  private var buffer = StreamBuffer(limit: 2 * longestPacket)

  /// Whether nothing more can be learnt from this side.
  var isEnded: Bool { isEncrypted || isLost }

  mutating func lose() { isLost = true }

  mutating func read(_ bytes: RawSpan, into side: inout SSHSide, at moment: Moment) {
    var offset = 0
    while !hasVersion, !isEnded, offset < bytes.byteCount {
      guard lines.read(bytes, from: &offset) else { return }
      readLine(into: &side, at: moment)
    }
    guard hasVersion, !isEnded, offset < bytes.byteCount else { return }
    guard buffer.append(bytes.extracting(offset...)) else { return lose() }
    while !isEnded, readPacket(into: &side, at: moment) {}
  }

  private mutating func readLine(into side: inout SSHSide, at moment: Moment) {
    lineCount += 1
    if lines.line[...].starts(withIgnoringCase: "SSH-") {
      hasVersion = true
      side.version = String(decoding: lines.line, as: UTF8.self)
      side.versionMoment = moment
      // Version 1 has other packets.
      if !lines.line.starts(with: "SSH-2.0".utf8), !lines.line.starts(with: "SSH-1.99".utf8) {
        isLost = true
      }
    } else if lineCount >= Self.mostLines {
      isLost = true
    }
    lines.reset()
  }

  /// Reads a packet: its length, that of its padding, number and message (RFC 4253 §6).
  private mutating func readPacket(into side: inout SSHSide, at moment: Moment) -> Bool {
    var number: UInt8?
    var proposal: SSHProposal?
    var hasFailed = false
    buffer.consume { bytes in
      var reader = ByteReader(bytes)
      guard let length = try? reader.readUInt32() else { return 0 }
      guard length >= 2, length <= UInt32(Self.longestPacket) else {
        hasFailed = true
        return 0
      }
      guard var packet = try? reader.readPart(Int(length)) else { return 0 }
      guard let padding = try? packet.readUInt8(), let first = try? packet.readUInt8(),
        let message = try? packet.readBytes(packet.remaining - Int(padding))
      else {
        hasFailed = true
        return 0
      }
      number = first
      if first == Self.keyExchangeInit { proposal = try? SSHProposal(parsing: message) }
      return 4 + Int(length)
    }
    if hasFailed { lose() }
    if let proposal, side.proposal == nil {
      side.proposal = proposal
      side.proposalMoment = moment
    }
    if number == Self.newKeys { isEncrypted = true }
    return number != nil
  }
}
