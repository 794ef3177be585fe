import Packets
import Reports
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

struct ByteWriterTests {
  private func text(_ write: (inout ByteWriter) -> Void) -> String {
    var writer = ByteWriter()
    write(&writer)
    return String(decoding: writer.takeBytes(), as: UTF8.self)
  }

  @Test(arguments: [0, 7, 9, 10, 99, 100, 12_345, UInt64(Int64.max), .max])
  func writesUnsignedNumbersAsTheyAre(_ value: UInt64) {
    #expect(text { $0.put(value) } == String(value))
  }

  @Test(arguments: [0, -1, -10, 1, .min, .max] as [Int64])
  func writesSignedNumbersAsTheyAre(_ value: Int64) {
    #expect(text { $0.put(value) } == String(value))
  }

  @Test(arguments: [
    (1_300_475_167_096_535_000, 6, "1300475167.096535"),
    (1_999_999_500, 6, "2.000000"),
    (1_999_999_499, 6, "1.999999"),
    (999_999_999, 9, "0.999999999"),
    (-1_500_000_000, 1, "-1.5"),
    (-1, 6, "0.000000"),
    (2_500_000_000, 0, "3"),
    (Int64.min, 9, "-9223372036.854775808"),
  ])
  func writesTimesWithFixedDecimals(_ nanoseconds: Int64, _ decimals: Int, _ expected: String) {
    #expect(text { $0.put(seconds: nanoseconds, decimals: decimals) } == expected)
  }

  @Test(arguments: [
    (IPAddress(v4: 0xC0A8_0101), "192.168.1.1"),
    (IPAddress(v4: 0), "0.0.0.0"),
    (IPAddress(v4: .max), "255.255.255.255"),
    (IPAddress(high: 0, low: 0), "::"),
    (IPAddress(high: 0, low: 1), "::1"),
    (IPAddress(high: 0x2001_0db8_0000_0000, low: 0), "2001:db8::"),
    (IPAddress(high: 0x2001_0db8_0000_0001, low: 0x0001_0001_0001_0001), "2001:db8:0:1:1:1:1:1"),
    (IPAddress(high: 0x2001_0db8_0000_0000, low: 0x0001_0000_0000_0001), "2001:db8::1:0:0:1"),
    (IPAddress(high: 0x2001_0000_0000_0001, low: 0x0000_0000_0000_0001), "2001:0:0:1::1"),
    (IPAddress(high: 0xfe80 << 48, low: 0xa667_06ff_fef7_ec54), "fe80::a667:6ff:fef7:ec54"),
    (IPAddress(high: 0x0001_0002_0003_0004, low: 0x0005_0006_0007_0008), "1:2:3:4:5:6:7:8"),
    (IPAddress(high: 1 << 48, low: 0), "1::"),
  ])
  func writesAddressesInCanonicalForm(_ address: IPAddress, _ expected: String) {
    #expect(text { $0.put(address) } == expected)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00"),
    (1_709_208_000_000_000_000, "2024-02-29T12:00:00"),
    (1_704_067_199_999_999_999, "2023-12-31T23:59:59"),
    (-1, "1969-12-31T23:59:59"),
    (Int64.min, "1677-09-21T00:12:43"),
    (Int64.max, "2262-04-11T23:47:16"),
  ])
  func writesDates(_ nanoseconds: Int64, _ expected: String) {
    #expect(text { $0.put(date: Timestamp(nanoseconds: nanoseconds)) } == expected)
  }

  @Test func piecesLargerThanTheBufferArriveWhole() {
    let long = String(repeating: "abcdefg", count: ByteWriter.capacity / 3)
    let result = text {
      $0.put("x")
      $0.put(long)
      $0.put("y")
    }
    #expect(result == "x" + long + "y")
  }

  @Test func flushesToADescriptor() throws {
    let directory = try TemporaryDirectory()
    let descriptor = open(directory.file("out"), O_WRONLY | O_CREAT, 0o600)
    var writer = ByteWriter(descriptor: descriptor)
    for _ in 0..<20_000 { writer.put("twelve bytes") }
    try writer.flush()
    close(descriptor)
    #expect(writer.total == 240_000)
    #expect(try FileBytes.read(directory.file("out")).count == 240_000)
  }

  @Test func tellsThatTheReaderIsGone() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    var writer = ByteWriter(descriptor: ends[1])
    writer.put("nobody reads this")
    #expect(throws: OutputError.closedByReader) { try writer.flush() }
    #expect(throws: OutputError.closedByReader) { try writer.checkpoint() }
    close(ends[1])
  }

  @Test func tellsWhichErrorTheSystemReported() {
    var writer = ByteWriter(descriptor: -1)
    writer.put("x")
    #expect(throws: OutputError.system(errno: EBADF)) { try writer.flush() }
  }

  @Test(.enabled(if: FileBytes.exists("/dev/full"), "needs /dev/full"))
  func tellsThatTheDeviceIsFull() {
    let descriptor = open("/dev/full", O_WRONLY)
    var writer = ByteWriter(descriptor: descriptor)
    writer.put("x")
    #expect(throws: OutputError.deviceFull) { try writer.flush() }
    close(descriptor)
  }
}
