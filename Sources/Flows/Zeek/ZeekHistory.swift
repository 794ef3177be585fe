/// `history` of Zeek's `conn.log`: one letter for each kind of thing that happened, upper case for
/// the originator, held inline so that a flow has no heap parts.
package struct ZeekHistory: Sendable {
  /// Letters beyond this many are dropped: Zeek's own histories stay far below it.
  package static let capacity = 30

  private var letters: InlineArray<30, UInt8> = .init(repeating: 0)
  private var length: UInt8 = 0

  package init() {}

  /// Adds one ASCII letter.
  package mutating func append(_ letter: UInt8) {
    guard Int(length) < Self.capacity else { return }
    letters[Int(length)] = letter
    length += 1
  }

  /// How many letters there are.
  package var count: Int { Int(length) }

  /// The letter at a place below `count`, in ASCII.
  package subscript(_ index: Int) -> UInt8 { letters[index] }

  package var text: String {
    String(decoding: (0..<Int(length)).map { letters[$0] }, as: UTF8.self)
  }
}
