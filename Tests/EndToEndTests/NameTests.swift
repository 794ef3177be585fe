import Packets
import TestSupport
import Testing

/// Files that names of hosts come from.
struct NameTests {
  @Test(
    arguments: [
      ("--geoip", "is not a MaxMind database"),
      ("--oui", "is not a list of the IEEE's assignments"),
    ]
  )
  func aFileOfAnotherKindIsRefused(option: String, reason: String) throws {
    let sample = try SampleCapture.refused()
    let result = try Program.run(["analyze", sample.path, "--json", option, sample.path])
    #expect(result.status != 0)
    #expect(result.output.isEmpty)
    #expect(result.errorText.contains("\(sample.path) \(reason)"))
  }

  @Test func vendorsComeFromTheListThatIsGiven() throws {
    let packet = FrameBuilder.ipv4(
      from: IPAddress(v4: 0x0a00_0001),
      to: IPAddress(v4: 0x0a00_0002),
      FrameBuilder.udp(from: 40_000, to: 9, [1])
    )
    let frame: [UInt8] =
      [0, 0x22, 0x72, 0, 0, 1, 0, 0x22, 0x72, 0, 0, 2] + FrameBuilder.ethernet(packet).dropFirst(12)
    let sample = try SampleCapture("named.pcap", format: .pcap, linkTypes: [1], [(0, frame)])
    let list = try sample.directory.write(
      Array(
        "Registry,Assignment,Organization Name,Organization Address\nMA-L,002272,Acme,X\n".utf8
      ),
      to: "oui.csv"
    )
    let result = try Program.run(["analyze", sample.path, "--json", "--oui", list])
    #expect(result.status == 0)
    #expect(result.text.contains("\"Acme\""))
  }

  @Test func placesAndNetworksComeFromTheDatabasesThatAreGiven() throws {
    let packets = [(0xcb00_7105, 0xc633_6402), (0x2001_0db8, 0xc000_0201)] as [(UInt32, UInt32)]
    let frames = packets.map { source, destination in
      FrameBuilder.ethernet(
        FrameBuilder.ipv4(
          from: IPAddress(v4: source),
          to: IPAddress(v4: destination),
          FrameBuilder.udp(from: 40_000, to: 9, [1])
        )
      )
    }
    let sample = try SampleCapture(
      "places.pcap",
      format: .pcap,
      linkTypes: [1],
      frames.map { (0, $0) }
    )
    // 203.0.113.0/24 and 198.51.100.0/25.
    var countries = DatabaseFile()
    countries.add(
      (0, 0xcb00_7100),
      length: 96 + 24,
      .map([("country", .map([("iso_code", .text("NL"))]))])
    )
    var systems = DatabaseFile()
    systems.add(
      (0, 0xc633_6400),
      length: 96 + 25,
      .map([
        ("autonomous_system_number", .number(64_500)),
        ("autonomous_system_organization", .text("Example Net")),
      ])
    )
    let options = try [("country.mmdb", countries), ("asn.mmdb", systems)].flatMap {
      ["--geoip", try sample.directory.write($1.bytes, to: $0)]
    }
    let hosts = try Program.run(["analyze", sample.path, "--json"] + options)
    #expect(hosts.status == 0)
    #expect(hosts.errors.isEmpty)
    #expect(hosts.text.contains(#""country":"NL""#))
    #expect(hosts.text.contains(#""asn":64500"#))
    #expect(hosts.text.contains(#""Example Net""#))
    let flows = try Program.run(["analyze", sample.path, "--flows", "json"] + options)
    #expect(flows.lines.count == 2)
    #expect(flows.lines.first?.contains(#""country":"NL""#) == true)
    #expect(flows.lines.first?.contains(#""Example Net""#) == true)
    #expect(flows.lines.last?.contains("NL") == false)
  }

  @Test(arguments: ["--geoip", "--oui"])
  func aMissingFileIsNamed(option: String) throws {
    let sample = try SampleCapture.refused()
    let result = try Program.run(["analyze", sample.path, "--json", option, "/nowhere/names"])
    #expect(result.status != 0)
    #expect(result.errorText.contains("cannot read /nowhere/names: No such file or directory"))
  }
}
