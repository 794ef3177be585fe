import Testing

@testable import Flows

/// Words come back as they were, and small ones take little.
struct PackedWordsTests {
  private static func roundTrip(
    _ words: [UInt64],
    from known: [UInt64]? = nil
  ) -> (words: [UInt64], packed: Int, read: Int) {
    let known = known ?? [UInt64](repeating: 0, count: words.count)
    let output = UnsafeMutableRawPointer.allocate(
      byteCount: PackedWords.bound(words.count),
      alignment: 8
    )
    defer { output.deallocate() }
    let packed = PackedWords.pack(words, from: known, count: words.count, to: output)
    // A copy holds no more than it needs.
    let copy = UnsafeMutableRawPointer.allocate(byteCount: packed + 8, alignment: 8)
    defer { copy.deallocate() }
    copy.copyMemory(from: output, byteCount: packed)
    var result = [UInt64](repeating: .max, count: words.count)
    let read = PackedWords.unpack(copy, to: &result, from: known, count: words.count)
    return (result, packed, read)
  }

  @Test(arguments: 0...17)
  func wordsComeBack(count: Int) {
    var random = SystemRandomNumberGenerator()
    let words = (0..<count).map { _ in
      random.next() >> UInt64.random(in: 0...63, using: &random)
    }
    let found = Self.roundTrip(words)
    #expect(found.words == words)
    #expect(found.read == found.packed)
  }

  @Test func everyWidthComesBack() {
    let words = (0..<64).map { UInt64(1) << UInt64($0) } + [0, .max, 1 << 63 | 1]
    #expect(Self.roundTrip(words).words == words)
  }

  @Test func whatDoesNotDifferTakesHalfAByte() {
    let words = (0..<100).map { UInt64.max - UInt64($0) }
    let found = Self.roundTrip(words, from: words)
    #expect(found.words == words)
    #expect(found.packed == 50)
  }

  @Test func zerosTakeHalfAByte() {
    #expect(Self.roundTrip([UInt64](repeating: 0, count: 100)).packed == 50)
    #expect(Self.roundTrip([UInt64](repeating: 255, count: 100)).packed == 150)
  }
}
