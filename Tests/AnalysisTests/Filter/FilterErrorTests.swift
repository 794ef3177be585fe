import Testing

@testable import Analysis

/// What is not of the filter language is refused with its place.
struct FilterErrorTests {
  @Test(arguments: [
    ("", 0, nil, "a test"),
    ("   ", 3, nil, "a test"),
    ("host", 4, nil, "an IPv4 or IPv6 address"),
    ("host 10.0.0", 5, "10.0.0", "an IPv4 or IPv6 address"),
    ("host 10.0.0.256", 5, "10.0.0.256", "an IPv4 or IPv6 address"),
    ("host 1::2::3", 5, "1::2::3", "an IPv4 or IPv6 address"),
    ("host 1:2:3:4:5:6:7:8:9", 5, "1:2:3:4:5:6:7:8:9", "an IPv4 or IPv6 address"),
    ("host ::g", 5, "::g", "an IPv4 or IPv6 address"),
    ("net 10.0.0.0", 4, "10.0.0.0", "a network"),
    ("net 10.0.0.0/33", 4, "10.0.0.0/33", "a network"),
    ("net ::/129", 4, "::/129", "a network"),
    ("port 65536", 5, "65536", "a port"),
    ("port 9-8", 5, "9-8", "a port"),
    ("port +9", 5, "+9", "a port"),
    ("vlan 4096", 5, "4096", "a VLAN id"),
    ("src tcp", 4, "tcp", "'host', 'net' or 'port'"),
    ("tcp udp", 4, "udp", "'and', 'or' or the end"),
    ("tcp and", 7, nil, "a test"),
    ("(tcp", 4, nil, "'and', 'or' or ')'"),
    ("tcp)", 3, ")", "'and', 'or' or the end"),
    ("tcp & udp", 4, "&", "'and', 'or' or the end"),
    ("flow 10.0.0.1:1", 5, "10.0.0.1:1", "a flow"),
    ("frame 5-", 6, "5-", "a frame number"),
    ("frame 0", 6, "0", "a frame number N or a range N-M, from 1"),
    ("time ..", 5, "..", "a range of times"),
    ("time 2026-02-29T00:00:00Z..", 5, "2026-02-29T00:00:00Z..", "a range of times"),
    ("time 99999999999..", 5, "99999999999..", "a range of times"),
    ("é tcp", 0, "é", "a test"),
    ("tcp and ü", 8, "ü", "a test"),
  ])
  func errorsNameThePlaceAndWhatWasExpected(
    text: String,
    position: Int,
    found: String?,
    expected: String
  ) throws {
    let error = try #require(throws: FilterError.self) { try PacketFilter(text) }
    #expect(error.position == position)
    #expect(error.found == found)
    #expect(error.expected.hasPrefix(expected))
  }

  @Test func nestingIsBounded() {
    let deepest = PacketFilter.maximumDepth - 1
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "tcp" + String(repeating: ")", count: depth)
    }
    #expect(throws: Never.self) { try PacketFilter(nested(deepest)) }
    #expect(throws: FilterError.self) { try PacketFilter(nested(deepest + 1)) }
    #expect(throws: FilterError.self) {
      try PacketFilter(String(repeating: "not ", count: 1000) + "tcp")
    }
  }

  @Test func lengthIsBounded() {
    let longest = "tcp" + String(repeating: " ", count: PacketFilter.maximumLength - 3)
    #expect(throws: Never.self) { try PacketFilter(longest) }
    #expect(throws: FilterError.self) { try PacketFilter(longest + " ") }
  }

  @Test func vlanTestsAreBounded() {
    let most = [String](repeating: "vlan", count: PacketFilter.maximumVLANTests)
    #expect(throws: Never.self) { try PacketFilter(most.joined(separator: " or ")) }
    #expect(throws: FilterError.self) {
      try PacketFilter((most + ["vlan"]).joined(separator: " or "))
    }
  }

  @Test func theMessageHasColumnAndPlace() throws {
    let error = try #require(throws: FilterError.self) { try PacketFilter("port http") }
    #expect(
      error.description
        == "filter, column 6: expected a port N or a range N-M (0 to 65535) instead of 'http'"
    )
  }
}
