import Testing

@testable import Packets

struct PathTableTests {
  @Test func aFloodOfPathsIsBoundedAndCounted() {
    var table = PathTable()
    let flood = UInt32(PathTable.maximumCount) + 10
    for identifier in 0..<flood {
      let numbers = table.identify(Self.vlan(identifier))
      let isKept = identifier < UInt32(PathTable.maximumCount) - 1
      if (numbers.path == .overflow) == isKept {
        Issue.record("path \(identifier) is \(isKept ? "not kept" : "kept")")
      }
    }
    #expect(table.count == PathTable.maximumCount)
    #expect(table.overflowCount == 11)
    #expect(table.path(.overflow) == EncapsulationPath())
  }

  @Test func aPathHasOneNumber() {
    var table = PathTable()
    let first = table.identify(Self.vlan(7)).path
    let second = table.identify(Self.vlan(8)).path
    #expect(first != second)
    #expect(table.identify(Self.vlan(7)).path == first)
    #expect(table.path(first) == EncapsulationPath([.init(.vlan, 7)]))
  }

  private static func vlan(_ identifier: UInt32) -> PathLayers {
    var layers = PathLayers()
    _ = layers.append(.vlan, identifier)
    return layers
  }
}
