import Testing

@testable import Analysis

struct KeyedListTests {
  /// A list and a dictionary that went through the same.
  private struct Twins {
    var list = KeyedList<String, Int>()
    var dictionary: [String: Int] = [:]

    mutating func set(_ key: String, to value: Int) {
      dictionary[key] = value
      let key = HashedKey(key)
      if let place = list.place(of: key) {
        list.values[place] = value
      } else {
        list.append(key, value)
      }
    }

    mutating func remove(_ key: String) -> Bool {
      list.remove(key) == dictionary.removeValue(forKey: key)
    }

    mutating func keep(where stays: (Int) -> Bool) {
      let values = list.values
      list.keep { stays(values[$0]) }
      dictionary = dictionary.filter { stays($0.value) }
    }

    var areEqual: Bool {
      list.count == dictionary.count
        && dictionary.allSatisfy { key, value in
          list.place(of: HashedKey(key)).map { list.values[$0] } == value
        }
    }
  }

  @Test(arguments: 1...8)
  func itHoldsWhatADictionaryHolds(seed: UInt64) {
    var random = TestRandom(seed: seed)
    var twins = Twins()
    for step in 0..<2_000 {
      let key = "key \(random.next() % 200)"
      switch random.next() % 100 {
      case 0: twins.keep { $0 % 3 != 0 }
      case 1..<30:
        let isSame = twins.remove(key)
        #expect(isSame)
      default: twins.set(key, to: step)
      }
    }
    #expect(twins.areEqual)
  }

  @Test
  func keysStayInTheirOrder() {
    var list = KeyedList<Int, Int>()
    for number in 0..<100 { list.append(HashedKey(number), number * 2) }
    list.keep { $0 % 5 == 0 }
    #expect(Array(list.keys) == Array(stride(from: 0, to: 100, by: 5)))
    #expect(list.place(of: HashedKey(55)) == 11)
    #expect(list.place(of: HashedKey(56)) == nil)
  }

  @Test
  func anEmptyListHasNothing() {
    var list = KeyedList<Int, Int>()
    #expect(list.place(of: HashedKey(1)) == nil)
    let removed = list.remove(1)
    #expect(removed == nil)
    list.keep { _ in true }
    #expect(list.count == 0)
  }
}
