import Testing

@testable import Analysis

struct SubjectTableTests {
  @Test func subjectsComeInTheirOrder() {
    var table = SubjectTable<String, Int>(limit: 10)
    for word in ["b", "a", "b", "c"] { table.change(word, from: 0) { $0 += 1 } }
    #expect(table.all.map(\.subject) == ["b", "a", "c"])
    #expect(table.all.map(\.notes) == [2, 1, 1])
    #expect(table.omitted == 0)
  }

  @Test func aFullTableForgetsWhoWasSpokenOfLeast() {
    var table = SubjectTable<Int, Int>(limit: 4)
    for _ in 0..<5 { table.change(7, from: 0) { $0 += 1 } }
    for number in 100..<1100 { table.change(number, from: 0) { $0 += 1 } }
    #expect(table[7] == 5)
    #expect(table.count <= 4)
    #expect(table.omitted == 998)
    #expect(table[1099] == 1)
  }

  @Test func whatIsRemovedIsHandedBack() {
    var table = SubjectTable<Int, Int>(limit: 4)
    table.change(1, from: 5) { $0 += 1 }
    #expect(table.remove(1) == 6)
    #expect(table.remove(1) == nil)
    #expect(table.count == 0)
  }
}
