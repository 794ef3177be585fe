import Testing

@testable import Dissection

/// Tables of requests that wait, against a list that does the same slowly.
struct PendingTableTests {
  private static let second: Int64 = 1_000_000_000

  /// What the table should do.
  private struct Model {
    var entries: [(key: Int, entry: Int, deadline: Int64)] = []
    var limit: Int
    var timeout: Int64

    mutating func insert(_ entry: Int, for key: Int, at time: Int64) -> [Int] {
      var gone: [Int] = []
      if let old = entries.firstIndex(where: { $0.key == key }) {
        entries.remove(at: old)
      } else if entries.count >= limit {
        gone = entries.prefix(max(1, limit / 4)).map(\.entry)
        entries.removeFirst(gone.count)
      }
      entries.append((key, entry, time + timeout))
      return gone
    }

    mutating func remove(_ key: Int) -> Int? {
      entries.firstIndex { $0.key == key }.map { entries.remove(at: $0).entry }
    }

    mutating func change(_ key: Int, at time: Int64) {
      guard let index = entries.firstIndex(where: { $0.key == key }) else { return }
      entries[index].entry += 1
      entries[index].deadline = time + timeout
    }
  }

  @Test(arguments: [1, 4, 8, 9, 40, 200])
  func doesWhatAListWould(limit: Int) {
    var table = PendingTable<Int, Int>(limit: limit, timeout: 30 * Self.second)
    var model = Model(limit: limit, timeout: 30 * Self.second)
    var state: UInt64 = 7
    for step in 0..<4_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let key = Int(state >> 33) % (limit * 2)
      let time = Int64(step) * 1_000
      switch (state >> 60) & 3 {
      case 0: #expect(table.remove(key) == model.remove(key))
      case 1:
        model.change(key, at: time)
        let isThere = table[key] != nil
        let isRenewed = table.change(key, at: time) {
          $0 += 1
          return true
        }
        #expect(isRenewed == isThere)
      default:
        let gone = table.insert(step, for: key, at: time)
        #expect(gone == model.insert(step, for: key, at: time))
      }
      #expect(table[key] == model.entries.first { $0.key == key }?.entry)
    }
    let rest = table.removeAll()
    #expect(rest == model.entries.map(\.entry))
    #expect(table[0] == nil)
  }

  @Test func whatIsOverdueLeavesInOrder() {
    var table = PendingTable<Int, String>(limit: 100, timeout: 10 * Self.second)
    _ = table.insert("a", for: 1, at: 0)
    _ = table.insert("b", for: 2, at: Self.second)
    _ = table.insert("c", for: 3, at: 2 * Self.second)
    table.update("a again", for: 1, at: 2 * Self.second)
    #expect(table.expire(at: 5 * Self.second) == [])
    #expect(table.expire(at: 11 * Self.second) == ["b"])
    #expect(table.expire(at: 30 * Self.second) == ["a again", "c"])
    #expect(table.expire(at: 99 * Self.second) == [])
  }

  @Test func oldestFittingKeyIsFound() {
    var table = PendingTable<Int, Int>(limit: 100, timeout: Self.second)
    for key in 0..<50 { _ = table.insert(key % 3, for: key, at: 0) }
    #expect(table.firstKey(where: { $0 > 20 }, and: { $0 == 1 }) == 22)
    #expect(table.firstKey(where: { $0 > 20 }, and: { $0 == 5 }) == nil)
  }
}
