import Testing

@testable import Analysis

/// Numbers as people read them.
struct QuantityTests {
  @Test(arguments: [
    (Quantity.count(0), "0"), (.count(999), "999"), (.count(1000), "1,000"),
    (.count(1_234_567), "1,234,567"), (.count(.max), "18,446,744,073,709,551,615"),
    (.bytes(0), "0 B"), (.bytes(999), "999 B"), (.bytes(1000), "1.00 kB"),
    (.bytes(9_994), "9.99 kB"), (.bytes(9_996), "10.0 kB"), (.bytes(999_960), "1.00 MB"),
    (.bytes(.max), "18.4 EB"),
    (.nanoseconds(0), "0 ns"), (.nanoseconds(999), "999 ns"), (.nanoseconds(1316), "1.3 µs"),
    (.nanoseconds(999_949), "999.9 µs"), (.nanoseconds(999_950), "1.0 ms"),
    (.nanoseconds(1_500_000_000), "1.50 s"), (.nanoseconds(59_999_000_000), "1 min 0 s"),
    (.nanoseconds(3_661_000_000_000), "1 h 1 min"), (.nanoseconds(-5_000_000), "-5.0 ms"),
    (.nanoseconds(.max), "106751 d 23 h"), (.nanoseconds(.min), "-106751 d 23 h"),
    (.ratio(0), "0 %"), (.ratio(0.000_05), "< 0.01 %"), (.ratio(0.001), "0.10 %"),
    (.ratio(0.0123), "1.2 %"), (.ratio(1), "100.0 %"), (.ratio(.nan), "0 %"),
  ])
  func haveUnitsAndFewDigits(quantity: Quantity, text: String) {
    #expect(quantity.text == text)
  }
}
