import Dissection
import TestSupport
import Testing

@testable import Names

struct VendorNamesTests {
  private static let table = """
    Registry,Assignment,Organization Name,Organization Address
    MA-L,002272,American Micro-Fuel Device Corp.,2181 Buchanan Loop Ferndale WA US 98248
    MA-L,F4BD9E,"Cisco Systems, Inc",80 West Tasman Drive San Jose CA US 94568
    MA-M,741AE09,Private,
    MA-M,208593B,IOG Products LLC,9737 LURLINE AVENUE
    MA-S,70B3D5F2F,TELEPLATFORMS,"Polbina st., 3/1 Moscow  RU 109388 "
    """

  private static let text = """
    OUI/MA-L                                                    Organization
    company_id                                                  Organization
                                                                Address

    00-22-72   (hex)\t\tAmerican Micro-Fuel Device Corp.
    002272     (base 16)\t\tAmerican Micro-Fuel Device Corp.
    \t\t\t\t2181 Buchanan Loop

    F4-BD-9E   (hex)\t\tCisco Systems, Inc
    F4BD9E     (base 16)\t\tCisco Systems, Inc

    74-1A-E0   (hex)\t\tPrivate
    900000-9FFFFF     (base 16)\t\tPrivate

    20-85-93   (hex)\t\tIOG Products LLC
    B00000-BFFFFF     (base 16)\t\tIOG Products LLC

    70-B3-D5   (hex)\t\tTELEPLATFORMS
    F2F000-F2FFFF     (base 16)\t\tTELEPLATFORMS
    """

  private static func vendors(_ list: String) throws -> VendorNames {
    let folder = try TemporaryDirectory()
    var vendors = VendorNames()
    try vendors.add(folder.write(Array(list.utf8), to: "oui"))
    return vendors
  }

  @Test(
    arguments: [table, text],
    [
      (0x0022_7212_3456, "American Micro-Fuel Device Corp."),
      (0xf4bd_9e00_0001, "Cisco Systems, Inc"),
      (0x2085_93b0_0000, "IOG Products LLC"),
      (0x2085_93a0_0000, nil),
      (0x70b3_d5f2_f123, "TELEPLATFORMS"),
      (0x70b3_d5f2_e123, nil),
      // Private, made up by software, a group.
      (0x741a_e091_2345, nil),
      (0x0222_7212_3456, nil),
      (0x0122_7212_3456, nil),
    ] as [(UInt64, String?)]
  )
  func theLongestAssignmentNamesTheVendor(list: String, expected: (UInt64, String?)) throws {
    let address = HardwareAddress(rawValue: expected.0)
    #expect(try Self.vendors(list).vendor(of: address) == expected.1)
  }

  @Test
  func anotherFileIsRefused() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Array("nothing of the kind\n".utf8), to: "oui")
    var vendors = VendorNames()
    #expect(throws: NamesError.notVendors(path: path)) { try vendors.add(path) }
  }

  @Test
  func withoutInstalledListsThereAreNoNames() throws {
    let folder = try TemporaryDirectory()
    #expect(VendorNames.installed(in: folder.path).isEmpty)
  }

  @Test(
    .enabled(if: WholeFile.exists(VendorNames.usualFolder + "/oui.csv"), "needs ieee-data")
  )
  func theInstalledListsAreRead() {
    let vendors = VendorNames.installed()
    let raspberry = HardwareAddress(rawValue: 0xb827_eb00_0001)
    #expect(vendors.vendor(of: raspberry) == "Raspberry Pi Foundation")
  }
}
