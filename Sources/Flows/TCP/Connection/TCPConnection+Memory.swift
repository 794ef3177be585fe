extension TCPConnection {
  /// Ranges that a silent connection keeps of each side, to recognise late copies.
  private static let keptRanges = 8

  /// Frees what the connection holds outside itself.
  mutating func release() {
    originator.release()
    responder.release()
  }

  /// Gives back memory that a silent connection does not need.
  mutating func shrink() {
    originator.forgetAll(but: Self.keptRanges)
    responder.forgetAll(but: Self.keptRanges)
  }
}
