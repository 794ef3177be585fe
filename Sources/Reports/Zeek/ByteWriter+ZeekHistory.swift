internal import Flows

extension ByteWriter {
  /// Puts a `history` as Zeek writes it; nothing where it is empty.
  mutating func put(_ history: ZeekHistory) {
    for index in 0..<history.count { put(history[index]) }
  }
}
