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

  @Test(arguments: ["--geoip", "--oui"])
  func aMissingFileIsNamed(option: String) throws {
    let sample = try SampleCapture.refused()
    let result = try Program.run(["analyze", sample.path, option, "/nowhere/names"])
    #expect(result.status != 0)
    #expect(result.errorText.contains("cannot read /nowhere/names: No such file or directory"))
  }
}
