import Testing

@testable import Analysis

struct ConversationIndexTests {
  private func isIgnored(_ flow: UInt64, _ index: borrowing ConversationIndex) -> Bool? {
    switch index.find(flow) {
    case .absent: nil
    case .ignored: true
    case .conversation: false
    }
  }

  @Test func findsWhatWasSetAndForgetsWhatWasRemoved() {
    var index = ConversationIndex()
    // Numbers that meet in the same slots, more than fit without growing.
    let flows = (0..<2_000).map { UInt64($0) * 512 }
    for flow in flows { index.set(flow, nil) }
    for flow in flows where flow % 3 == 0 { index.remove(flow) }
    for flow in flows {
      let found = isIgnored(flow, index)
      #expect(found == (flow % 3 == 0 ? nil : true))
    }
    let count = index.count
    #expect(count == flows.count { $0 % 3 != 0 })
  }

  @Test func theNumberOfNoFlowIsNeverThere() {
    var index = ConversationIndex()
    index.set(.max, nil)
    index.remove(.max)
    let found = isIgnored(.max, index)
    #expect(found == nil)
    let count = index.count
    #expect(count == 0)
  }
}
