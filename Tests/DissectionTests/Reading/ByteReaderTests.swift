import Dissection
import Testing

struct ByteReaderTests {
  @Test func readsNumbersInNetworkOrder() throws {
    let bytes: [UInt8] = [1, 0, 2, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 5, 6, 0, 7, 0, 0, 0]
    var reader = ByteReader(bytes.span.bytes)
    let numbers: [UInt64] = [
      UInt64(try reader.readUInt8()), UInt64(try reader.readUInt16()),
      UInt64(try reader.readUInt24()), UInt64(try reader.readUInt32()), try reader.readUInt64(),
      UInt64(try reader.readLittleEndianUInt16()), UInt64(try reader.readLittleEndianUInt32()),
    ]
    #expect(numbers == [1, 2, 3, 4, 5, 6, 7])
    let isAtEnd = reader.isAtEnd
    #expect(isAtEnd)
  }

  @Test(arguments: [-1, 4, .max])
  func refusesToReadBeyondTheEnd(count: Int) {
    let bytes: [UInt8] = [1, 2, 3]
    var reader = ByteReader(bytes.span.bytes)
    var found: DissectionError?
    do throws(DissectionError) { try reader.skip(count) } catch { found = error }
    let remaining = reader.remaining
    #expect(found == .truncated)
    #expect(remaining == 3)
  }

  @Test func aPartEndsWhereItsLengthSays() throws {
    let bytes: [UInt8] = [1, 2, 3]
    var reader = ByteReader(bytes.span.bytes)
    var part = try reader.readPart(2)
    try part.skip(2)
    let isPartAtEnd = part.isAtEnd
    let next = try reader.readUInt8()
    #expect(isPartAtEnd)
    #expect(next == 3)
  }
}
