import Packets
import Testing

struct IPAddressTests {
  /// Texts of RFC 5952 §4 and RFC 4291 §2.2 with the canonical form of each.
  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1"),
    ("2001:0db8::0001", "2001:db8::1"),
    ("2001:db8:0:0:0:0:2:1", "2001:db8::2:1"),
    ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
    ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
    ("2001:db8::1:0:0:1", "2001:db8::1:0:0:1"),
    ("::", "::"),
    ("::1", "::1"),
    ("fe80::", "fe80::"),
    ("::ffff:1.2.3.4", "1.2.3.4"),
    ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
    ("2001:DB8::A", "2001:db8::a"),
  ])
  func textBecomesAnAddressAndItsCanonicalText(text: String, canonical: String) throws {
    let address = try #require(IPAddress(text))
    #expect(address.description == canonical)
    #expect(IPAddress(canonical) == address)
  }

  @Test(arguments: [
    ([192, 0, 2, 1], "192.0.2.1"),
    ([0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x01, 0x2a], "2001:db8::12a"),
    ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 10, 0, 100, 255], "10.0.100.255"), ([], nil),
    ([1, 2, 3], nil), ([UInt8](repeating: 1, count: 15), nil),
    ([UInt8](repeating: 1, count: 17), nil),
  ])
  func fourOrSixteenBytesAreAnAddress(bytes: [UInt8], text: String?) {
    #expect(IPAddress(bytes: bytes).map { "\($0)" } == text)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4 ", "+1.2.3.4", ":", ":::",
    "1::2::3",
    "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "fe80::1%eth0", "1:2:3:4:5:6:7::8::",
  ])
  func otherTextIsNoAddress(text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.255.0.1", true),
    ("10.0.0.0/8", "11.0.0.1", false),
    ("10.1.2.3/8", "10.9.9.9", true),
    ("0.0.0.0/0", "203.0.113.9", true),
    ("0.0.0.0/0", "2001:db8::1", false),
    ("2001:db8::/32", "2001:db8:ffff::1", true),
    ("2001:db8::/32", "2001:db9::1", false),
    ("2001:db8::/127", "2001:db8::1", true),
    ("2001:db8::/127", "2001:db8::2", false),
    ("192.0.2.7", "192.0.2.7", true),
    ("192.0.2.7", "192.0.2.6", false),
  ])
  func aNetworkContainsItsAddresses(network: String, address: String, isInside: Bool) throws {
    let network = try #require(IPNetwork(network))
    let address = try #require(IPAddress(address))
    #expect(network.contains(address) == isInside)
  }

  @Test(arguments: ["10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8", "x/8"])
  func aPrefixThatCannotBeIsNoNetwork(text: String) {
    #expect(IPNetwork(text) == nil)
  }
}
