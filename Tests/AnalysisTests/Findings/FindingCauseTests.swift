import Testing

@testable import Analysis

struct FindingCauseTests {
  /// Otherwise two findings could explain each other, and neither would be told.
  @Test(arguments: FindingKind.allCases)
  func nothingExplainsItself(_ kind: FindingKind) {
    var reached: Set<FindingKind> = []
    var next = [kind]
    while let cause = next.popLast() {
      for effect in FindingCause.all.filter({ $0.cause == cause }).flatMap(\.explains)
      where reached.insert(effect).inserted {
        next.append(effect)
      }
    }
    #expect(!reached.contains(kind))
  }
}
