import Testing

@testable import Analysis

struct DNSZoneTests {
  @Test(
    arguments: [
      ("www.Example.com", "example.com"), ("a.b.example.co.uk", "example.co.uk"),
      ("example.de", "example.de"), ("mail.example.de", "example.de"), ("com", "com"), ("", ""),
    ]
  )
  func namesAreTakenTogetherByTheirRegisteredDomain(name: String, domain: String) {
    #expect(DNSZone.registered(name) == domain)
  }

  @Test(
    arguments: [
      ("www.a.example.org", "mail.a.example.org", "a.example.org"),
      ("xa.example.org", "a.example.org", "example.org"), ("a.org", "b.com", ""),
      ("a.org", "a.org", "a.org"),
    ]
  )
  func whatNamesHaveInCommonIsWholeLabels(one: String, other: String, common: String) {
    #expect(DNSZone.common(one, other) == common)
  }

  @Test(
    arguments: [
      ("4.3.2.1.in-addr.arpa", true), ("4.3.2.1.zen.example.org", true),
      ("1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa", true), ("300.3.2.1.example.org", false),
      ("www.example.org", false), ("1.2.3.4", false),
    ]
  )
  func addressesTurnedRoundAreKnown(name: String, isReversed: Bool) {
    #expect(DNSZone.hasReversedAddress(name) == isReversed)
  }
}
