import Dissection
import Testing

struct DNSNameTests {
  struct Sample: Sendable {
    var bytes: [UInt8]
    var start = 0
    var name: String
    /// Where reading goes on.
    var end: Int
  }

  @Test(arguments: [
    Sample(bytes: [0], name: "", end: 1),
    Sample(bytes: [1, 97, 2, 98, 99, 0], name: "a.bc", end: 6),
    Sample(bytes: [1, 97, 0, 2, 98, 99, 0xc0, 0], start: 3, name: "bc.a", end: 8),
    Sample(bytes: [0xc0, 2, 1, 97, 0], name: "a", end: 2),
    Sample(bytes: [0xc0, 4, 0, 0, 0xc0, 2], name: "", end: 2),
  ])
  func namesFollowPointers(sample: Sample) throws {
    var reader = ByteReader(sample.bytes.span.bytes)
    try reader.seek(to: sample.start)
    let name = try reader.readDNSName()
    let end = reader.offset
    #expect(name == sample.name)
    #expect(end == sample.end)
  }

  @Test(
    arguments: [
      ([0xc0, 0], DissectionError.malformed("compression loop")),
      ([0xc0, 2, 0xc0, 0], .malformed("compression loop")),
      ([1, 97, 0xc0, 0], .malformed("name of more than 255 bytes")),
      ([0x40, 0], .malformed("label of a reserved type")),
      ([0x80, 0], .malformed("label of a reserved type")),
      ([0xc0, 9], .truncated),
      ([0xc0], .truncated),
      ([3, 97, 97], .truncated),
      ([1, 97], .truncated),
      ([], .truncated),
    ] as [([UInt8], DissectionError)]
  )
  func namesThatLeadNowhereAreRefused(bytes: [UInt8], error: DissectionError) {
    #expect(Self.failure(bytes) == error)
  }

  @Test func theLongestNameIsRead() {
    let longest = [UInt8](repeating: 63, count: 64 * 3) + [61] + [UInt8](repeating: 97, count: 61)
    #expect(Self.failure(longest + [0]) == nil)
    let tooLong = [UInt8](repeating: 63, count: 64 * 3) + [62] + [UInt8](repeating: 97, count: 62)
    #expect(Self.failure(tooLong + [0]) == .malformed("name of more than 255 bytes"))
  }

  private static func failure(_ bytes: [UInt8]) -> DissectionError? {
    do throws(DissectionError) {
      var reader = ByteReader(bytes.span.bytes)
      _ = try reader.readDNSName()
      return nil
    } catch {
      return error
    }
  }
}
