/// Where the parts of a request line are (RFC 9112 §3).
struct HTTPRequestLine {
  /// Most bytes of a method; the longest one registered has 17.
  static let longestMethod = 32

  /// Bytes of the method, with which the line begins.
  private var methodEnd: Int
  private(set) var target: Range<Int>
  private(set) var version: HTTPVersion

  /// The parts of a line; `nil` if it is none that a client sends.
  ///
  /// `allowsSimple` admits the request of HTTP/0.9.
  init?(_ line: RawSpan, allowsSimple: Bool) {
    guard let separator = line.firstOffset(of: UInt8(ascii: " ")), separator > 0,
      separator <= Self.longestMethod, separator + 1 < line.byteCount
    else { return nil }
    for index in 0..<separator
    where !Self.isMethodCharacter(line.byte(at: index)) { return nil }
    methodEnd = separator
    let start = separator + 1
    if let end = Self.endOfTarget(line, from: start),
      let version = HTTPVersion(line.part(after: end).trimmed)
    {
      self.version = version
      guard let target = Self.trimmed(line, start..<end) else { return nil }
      self.target = target
    } else if allowsSimple, line.isGET(to: separator),
      let target = Self.trimmed(line, start..<line.byteCount),
      line.byte(at: target.lowerBound) == UInt8(ascii: "/"),
      line.extracting(target).firstOffset(of: UInt8(ascii: " ")) == nil
    {
      self.target = target
      version = .http09
    } else {
      return nil
    }
  }

  func method(in line: RawSpan) -> String {
    line.isGET(to: methodEnd) ? "GET" : String(decoding: line.part(before: methodEnd))
  }

  /// Whether a method may have the character: registered ones are letters with hyphens, and `_` is
  /// seen (RFC 9110 §9.1 would allow more, which would be found in any text).
  static func isMethodCharacter(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// Where the last blank is, which is before the version.
  private static func endOfTarget(_ line: RawSpan, from start: Int) -> Int? {
    let usual = line.byteCount - 1 - HTTPVersion.length
    if usual >= start, line.byte(at: usual) == UInt8(ascii: " ") { return usual }
    return line.part(after: start - 1).lastOffset(of: UInt8(ascii: " ")).map { start + $0 }
  }

  /// The range without blanks at both ends; `nil` if nothing is left.
  private static func trimmed(_ line: RawSpan, _ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end > start, line.byte(at: end - 1).isBlank { end -= 1 }
    while start < end, line.byte(at: start).isBlank { start += 1 }
    return start < end ? start..<end : nil
  }
}

extension RawSpan {
  /// Whether the bytes before `end` are the usual method, which is written in capitals.
  fileprivate func isGET(to end: Int) -> Bool {
    end == 3 && byte(at: 0) == UInt8(ascii: "G") && byte(at: 1) == UInt8(ascii: "E")
      && byte(at: 2) == UInt8(ascii: "T")
  }
}
