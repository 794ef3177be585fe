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

  @Test(arguments: ["--geoip", "--oui"])
  func aMissingFileIsNamed(option: String) throws {
    let sample = try SampleCapture.refused()
    let result = try Program.run(["analyze", sample.path, option, "/nowhere/names"])
    #expect(result.status != 0)
    #expect(result.errorText.contains("cannot read /nowhere/names: No such file or directory"))
  }
}
