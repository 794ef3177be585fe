import Analysis
import Packets
import TestSupport
import Testing

@testable import Names

struct GeoDatabaseTests {
  /// 203.0.113.0/24 and 2001:db8::/32, the first with everything.
  private static var sample: DatabaseFile {
    var file = DatabaseFile()
    file.add(
      (0, 0xcb00_7100),
      length: 96 + 24,
      .map([
        ("country", .map([("iso_code", .text("NL")), ("names", .map([("en", .text("x"))]))])),
        ("city", .map([("names", .map([("de", .text("Nimwegen")), ("en", .text("Nijmegen"))]))])),
        ("autonomous_system_number", .number(64_500)),
        ("autonomous_system_organization", .text("Example Network")),
      ])
    )
    file.add(
      (0x2001_0db8_0000_0000, 0),
      length: 32,
      .map([("country", .map([("iso_code", .text("DE"))]))])
    )
    return file
  }

  private static func address(_ text: String) throws -> IPAddress {
    try #require(IPAddress(text))
  }

  @Test
  func saysWhereAnAddressIs() throws {
    let folder = try TemporaryDirectory()
    let database = try GeoDatabase(folder.write(Self.sample.bytes, to: "a.mmdb"))
    let everything = HostOrigin(
      country: "NL",
      city: "Nijmegen",
      systemNumber: 64_500,
      organization: "Example Network"
    )
    #expect(try database.origin(of: Self.address("203.0.113.77")) == everything)
    #expect(
      try database.origin(of: Self.address("2001:db8:7::1")) == HostOrigin(country: "DE")
    )
    #expect(try database.origin(of: Self.address("203.0.114.1")) == nil)
    #expect(try database.origin(of: Self.address("2001:db9::1")) == nil)
  }

  @Test
  func databasesCompleteEachOther() throws {
    var other = DatabaseFile()
    other.add(
      (0x2001_0db8_0000_0000, 0),
      length: 48,
      .map([
        ("autonomous_system_number", .number(7)),
        ("country", .map([("iso_code", .text("FR"))])),
      ])
    )
    let folder = try TemporaryDirectory()
    let names = HostNames(databases: [
      try GeoDatabase(folder.write(Self.sample.bytes, to: "a.mmdb")),
      try GeoDatabase(folder.write(other.bytes, to: "b.mmdb")),
    ])
    let address = try Self.address("2001:db8::5")
    for _ in 0..<2 {
      #expect(names.origin(of: address) == HostOrigin(country: "DE", systemNumber: 7))
    }
    #expect(names.failure == nil)
  }

  @Test(arguments: [
    [UInt8](), Array("no database at all".utf8), [UInt8](repeating: 0xab, count: 9000),
  ])
  func whatIsNoDatabaseIsSaidToBeNone(bytes: [UInt8]) throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(bytes, to: "x.mmdb")
    let error = #expect(throws: NamesError.self) { try GeoDatabase(path) }
    guard case .notDatabase(path: path, reason: let reason)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test
  func aMissingFileIsNamed() {
    #expect(
      throws: NamesError.unreadable(path: "/nowhere/a.mmdb", reason: "No such file or directory")
    ) {
      try GeoDatabase("/nowhere/a.mmdb")
    }
  }

  /// Every byte changed in turn: an answer, none or an error, never more.
  @Test
  func damageIsAnErrorOrNoAnswer() throws {
    let folder = try TemporaryDirectory()
    let whole = Self.sample.bytes
    let address = try Self.address("203.0.113.77")
    var failures = 0
    for position in whole.indices {
      for change in [0x00, 0xff, whole[position] ^ 0x41] as [UInt8] {
        var bytes = whole
        bytes[position] = change
        let path = try folder.write(bytes, to: "d.mmdb")
        do throws(NamesError) {
          _ = try GeoDatabase(path).origin(of: address)
        } catch {
          failures += 1
        }
      }
    }
    #expect(failures > 0)
  }

  @Test
  func damageThatALookupMeetsIsKeptForTheReport() throws {
    let folder = try TemporaryDirectory()
    var bytes = Self.sample.bytes
    // The first node leads beyond the data.
    for index in 0..<6 { bytes[index] = 0xf0 }
    let path = try folder.write(bytes, to: "d.mmdb")
    let names = HostNames(databases: [try GeoDatabase(path)])
    #expect(names.origin(of: try Self.address("203.0.113.77")) == nil)
    guard case .damaged(path: path, reason: _)? = names.failure else {
      Issue.record("\(String(describing: names.failure))")
      return
    }
  }
}
