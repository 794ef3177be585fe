import Packets
import Testing

@testable import Analysis
@testable import Dissection

struct AddressConflictRuleTests {
  @Test(
    arguments: [
      (0, 0, 9, false), (1, 0, 0, false), (1, 0, 2, false), (1, 0, 3, true), (2, 0, 0, false),
      (2, 1, 0, true),
    ] as [(UInt64, UInt64, UInt64, Bool)]
  )
  func oneChangeIsAReplacementAndAReturnAConflict(
    changes: UInt64,
    returns: UInt64,
    unasked: UInt64,
    isConflict: Bool
  ) {
    #expect(
      AddressConflictRule.isConflict(changes: changes, returns: returns, unasked: unasked)
        == isConflict
    )
  }

  @Test func anAddressMayBeLeasedAgainAndAgain() {
    let messages = (0..<9 as Range<UInt64>).map { claim(0x10 + $0 / 3, 1) }
    #expect(findings(messages).isEmpty)
    #expect(findings(messages + [claim(0x10, 1)]).count == 1)
  }

  private static let gateway = IPAddress(v4: 0x0a00_0001)
  private static let victim = IPAddress(v4: 0x0a00_0009)

  /// A message about the gateway's address; an announcement has it as its target, too.
  private func claim(
    _ hardware: UInt64,
    _ operation: UInt16,
    target: IPAddress = Self.victim
  ) -> NeighborSighting.Message {
    .arp(
      ARPMessage(
        operation: operation,
        senderHardware: HardwareAddress(rawValue: hardware),
        sender: Self.gateway,
        targetHardware: .zero,
        target: target
      )
    )
  }

  private func findings(_ messages: [NeighborSighting.Message]) -> [Finding] {
    var story = RuleStory<AddressConflictRule>()
    for (index, message) in messages.enumerated() {
      story.tell(message, at: .at(UInt64(index + 1), milliseconds: Int64(index)))
    }
    return story.findings()
  }

  @Test func bothHostsSpeakOfTheAddress() throws {
    let found = findings([claim(0x10, 1), claim(0x20, 1), claim(0x10, 1)])
    let finding = try #require(found.first)
    #expect(finding.severity == .warning)
    #expect(finding.evidence.frames == [1, 2, 3])
    #expect(finding.subject.server == Self.gateway)
  }

  @Test func answersThatNobodyAskedForPoisonCaches() throws {
    let found = findings([claim(0x10, 1)] + Array(repeating: claim(0x20, 2), count: 3))
    let finding = try #require(found.first)
    #expect(finding.severity == .critical)
    #expect(finding.evidence.frames == [1, 2, 3, 4])
  }

  @Test func aTakeOverThatIsAnnouncedIsNoConflict() {
    let announcement = claim(0x20, 2, target: Self.gateway)
    #expect(findings([claim(0x10, 1)] + Array(repeating: announcement, count: 5)).isEmpty)
  }

  @Test func oneHostMaySayItAsOftenAsItLikes() {
    #expect(findings(Array(repeating: claim(0x10, 2), count: 50)).isEmpty)
  }

  @Test(arguments: [true, false])
  func proxiesOfNeighborDiscoveryDoNotClaim(overrides: Bool) {
    let address = IPAddress(high: 0x2001_0db8_0000_0000, low: 1)
    var story = RuleStory<AddressConflictRule>()
    for frame in 1...4 as ClosedRange<UInt64> {
      var message = NeighborMessage(kind: .advertisement)
      message.target = address
      message.overrides = overrides
      message.targetHardware = HardwareAddress(rawValue: 0x10 + frame % 2)
      story.tell(
        .discovery(message, from: address, to: IPAddress(high: 0xff02 << 48, low: 1)),
        at: .at(frame, milliseconds: Int64(frame))
      )
    }
    #expect(story.findings().count == (overrides ? 1 : 0))
  }
}
