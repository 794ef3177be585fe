/// A filter as a flat list of tests with jumps, all forward, so that it always ends.
struct FilterProgram: Equatable, Sendable {
  /// A test and where to go on; targets at or past the end are verdicts.
  struct Instruction: Equatable, Sendable {
    var test: FilterTest
    var ifTrue: Int
    var ifFalse: Int
  }

  private(set) var instructions: [Instruction] = []

  static let accept = Int.max
  static let reject = Int.max - 1

  init(_ node: FilterNode) {
    var reversed = Reversed()
    let entry = reversed.append(node, ifTrue: Self.accept, ifFalse: Self.reject)
    // Code was appended last test first; reversing it makes the entry the first instruction.
    let last = reversed.instructions.count - 1
    func target(_ index: Int) -> Int { index >= Self.reject ? index : last - index }
    assert(entry == last, "the entry is what was appended last")
    instructions = reversed.instructions.reversed().map {
      Instruction(test: $0.test, ifTrue: target($0.ifTrue), ifFalse: target($0.ifFalse))
    }
  }

  private struct Reversed {
    var instructions: [Instruction] = []

    /// Appends the code of `node` and returns where it begins.
    mutating func append(_ node: FilterNode, ifTrue: Int, ifFalse: Int) -> Int {
      switch node {
      case .test(let test):
        instructions.append(Instruction(test: test, ifTrue: ifTrue, ifFalse: ifFalse))
        return instructions.count - 1
      case .not(let inner):
        return append(inner, ifTrue: ifFalse, ifFalse: ifTrue)
      case .all(let nodes):
        return nodes.reversed().reduce(ifTrue) { append($1, ifTrue: $0, ifFalse: ifFalse) }
      case .any(let nodes):
        return nodes.reversed().reduce(ifFalse) { append($1, ifTrue: ifTrue, ifFalse: $0) }
      }
    }
  }
}
