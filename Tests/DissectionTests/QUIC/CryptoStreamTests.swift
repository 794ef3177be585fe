import Dissection
import Testing

struct CryptoStreamTests {
  /// A frame of the bytes `range`, each of which is its own place in the stream.
  private func receive(
    _ range: Range<Int>,
    _ stream: inout CryptoStream,
    _ delivered: inout [UInt8]
  ) -> Bool {
    let bytes = range.map { UInt8(truncatingIfNeeded: $0) }
    var new: [UInt8] = []
    let isTaken = stream.receive(bytes.span.bytes, at: range.lowerBound) {
      new += [UInt8](copying: $0)
    }
    delivered += new
    return isTaken
  }

  @Test(arguments: [
    [0..<10, 10..<20], [10..<20, 0..<10], [15..<20, 5..<15, 0..<5], [0..<10, 5..<20],
    [5..<20, 0..<10], [0..<20, 3..<7, 0..<20], [10..<20, 10..<12, 0..<1, 1..<10],
  ])
  func partsMeetInAnyOrder(ranges: [Range<Int>]) {
    var stream = CryptoStream()
    var delivered: [UInt8] = []
    for range in ranges { #expect(receive(range, &stream, &delivered)) }
    #expect(delivered == Array(0..<20))
  }

  @Test func partsThatWaitAreBounded() {
    var stream = CryptoStream()
    var delivered: [UInt8] = []
    for index in 0..<QUICLimits.cryptoParts {
      #expect(receive(index * 2 + 1..<index * 2 + 2, &stream, &delivered))
    }
    #expect(!receive(500..<501, &stream, &delivered))
    #expect(delivered.isEmpty)
  }

  @Test(arguments: [QUICLimits.cryptoStream, 1 << 40, 1 << 62])
  func farPartsAreTurnedAway(offset: Int) {
    var stream = CryptoStream()
    var delivered: [UInt8] = []
    #expect(!receive(offset..<offset + 1, &stream, &delivered))
  }
}
