import Dissection
import Testing

struct StreamBufferTests {
  @Test func givesBackWhatWasNotUsed() {
    var buffer = StreamBuffer(limit: 8)
    let bytes: [UInt8] = [1, 2, 3]
    _ = buffer.append(bytes.span.bytes)
    buffer.consume { _ in 2 }
    _ = buffer.append(bytes.span.bytes)
    var seen: [UInt8] = []
    buffer.consume { left in
      left.withUnsafeBytes { seen = Array($0) }
      return left.byteCount
    }
    #expect(seen == [3, 1, 2, 3])
    #expect(buffer.isEmpty)
  }

  @Test func refusesToGrowBeyondItsBound() {
    var buffer = StreamBuffer(limit: 4)
    let bytes: [UInt8] = [1, 2, 3]
    let isFirstTaken = buffer.append(bytes.span.bytes)
    let isSecondTaken = buffer.append(bytes.span.bytes)
    #expect(isFirstTaken)
    #expect(!isSecondTaken)
    #expect(buffer.count == 3)
  }
}
