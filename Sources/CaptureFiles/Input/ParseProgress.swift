/// How far a parser came with the bytes it was given.
struct ParseProgress {
  /// Bytes, from the start of those given, that are not needed any more.
  var consumed: Int
  /// Bytes from there on that it must see to go on; 0 where nothing more can be read.
  var wanted: Int

  /// Nothing more can be read.
  static func finished(_ bytes: RawSpan) -> ParseProgress {
    ParseProgress(consumed: bytes.byteCount, wanted: 0)
  }
}

/// What a parser needs to know about the bytes it is given.
struct ParseWindow {
  /// Offset of the first byte in the file, after decompression.
  var fileOffset: UInt64
  /// Whether the file ends with the last byte.
  var isEnd: Bool

  /// Offset in the file of a position in the bytes.
  func offset(of position: Int) -> UInt64 { fileOffset &+ UInt64(position) }
}

/// Whether a parser follows the format, looks for a place where it can again, or has given up.
enum ParserState {
  case walking
  /// Looking for records behind damage: which one in the facts, and where it began.
  case searching(damage: Int?, began: UInt64)
  case stopped
}

/// What a look for the next plausible record found.
enum SearchResult {
  case found(at: Int)
  /// Nothing before this position; from there on more bytes must be seen.
  case undecided(from: Int)
}
