import Testing

@testable import Dissection

struct CipherSuiteTests {
  @Test func namesAreFoundByNumber() {
    let numbers = CipherSuite.names.map(\.number)
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 })
    for (number, name) in CipherSuite.names {
      #expect(CipherSuite(rawValue: number).description == name)
    }
  }

  @Test(
    arguments: [
      (0x1301, "TLS_AES_128_GCM_SHA256"), (0xffff, "0xffff"), (0x001c, "0x001c"),
      (0x3a3a, "GREASE"),
    ] as [(UInt16, String)]
  )
  func suitesWithoutANameShowTheirNumber(number: UInt16, description: String) {
    #expect(CipherSuite(rawValue: number).description == description)
  }
}
