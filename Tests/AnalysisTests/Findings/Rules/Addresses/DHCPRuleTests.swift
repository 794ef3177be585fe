import Packets
import Testing

@testable import Analysis
@testable import Dissection

struct DHCPRuleTests {
  private static let servers = [IPAddress(v4: 0x0a00_0001), IPAddress(v4: 0x0a00_0002)]

  private func message(
    _ type: DHCPMessageType,
    client: UInt64 = 7,
    server: IPAddress? = nil,
    router: IPAddress? = nil
  ) -> DHCPMessage {
    let none = IPAddress(v4: 0)
    var message = DHCPMessage(
      isReply: [.offer, .acknowledgment, .refusal].contains(type),
      transaction: UInt32(client),
      seconds: 0,
      wantsBroadcast: true,
      clientAddress: none,
      yourAddress: none,
      nextServer: none,
      relay: none,
      hardwareAddress: HardwareAddress(rawValue: client)
    )
    message.options.messageType = type
    message.options.serverIdentifier = server
    message.options.routers = [router].compactMap(\.self)
    return message
  }

  private func findings<Rule: FindingRule>(
    _ rule: Rule.Type,
    _ messages: [DHCPMessage],
    seconds: Int64 = 1
  ) -> [Finding] {
    var story = RuleStory<Rule>()
    for (index, message) in messages.enumerated() {
      let received = DHCPDatagrams.Received(
        message: message,
        sender: message.isReply ? .server : .client,
        moment: .at(UInt64(index + 1), milliseconds: Int64(index) * 1000 * seconds)
      )
      story.tell(.dhcp(Shared(received)), from: "0.0.0.0", to: "255.255.255.255", 67)
    }
    return story.findings()
  }

  @Test(arguments: [(2, 0), (3, 1)])
  func threeQuestionsInVainAreTold(tries: Int, count: Int) {
    let found = findings(
      UnansweredDHCPRule.self,
      Array(repeating: message(.discover), count: tries)
    )
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.severity == .critical && $0.evidence.frames == [1, 2, 3] })
  }

  /// Who comes back asks with a REQUEST, and the answer goes to it alone.
  @Test(
    arguments: [
      (.discover, 70, 1), (.discover, 71, 0), (.request, 4, 1), (.request, 3600, 0),
    ] as [(DHCPMessageType, Int64, Int)]
  )
  func questionsThatAreFarApartAreNotOne(type: DHCPMessageType, seconds: Int64, count: Int) {
    let messages = Array(repeating: message(type), count: 3)
    #expect(findings(UnansweredDHCPRule.self, messages, seconds: seconds).count == count)
  }

  @Test func requestsThatAreNotRepeatedAreOfManyReturns() {
    let returns = (7..<12 as Range<UInt64>).map {
      var one = message(.request)
      one.transaction = UInt32($0)
      return one
    }
    #expect(findings(UnansweredDHCPRule.self, returns).isEmpty)
  }

  @Test func othersMayBeServed() throws {
    let messages =
      Array(repeating: message(.discover), count: 3)
      + [
        message(.discover, client: 8), message(.offer, client: 8, server: Self.servers[0]),
        message(.request, client: 8, server: Self.servers[0]),
        message(.acknowledgment, client: 8, server: Self.servers[0]),
      ]
    let finding = try #require(findings(UnansweredDHCPRule.self, messages).first)
    #expect(finding.severity == .warning)
    #expect(finding.evidence.frames == [1, 2, 3])
  }

  @Test func whoChoosesAServerHasHeardOfIt() {
    let messages =
      Array(repeating: message(.discover), count: 3)
      + [message(.request, server: Self.servers[0])]
    #expect(findings(UnansweredDHCPRule.self, messages).isEmpty)
  }

  @Test(arguments: [DHCPMessageType.inform, .release])
  func notEverythingIsAnswered(type: DHCPMessageType) {
    #expect(
      findings(UnansweredDHCPRule.self, Array(repeating: message(type), count: 5)).isEmpty
    )
  }

  /// An exchange in which several servers make offers; the first is taken.
  private func exchange(
    _ client: UInt64,
    _ offers: [(server: UInt32, router: UInt32)]
  ) -> [DHCPMessage] {
    let servers = offers.map { IPAddress(v4: $0.server) }
    return [message(.discover, client: client)]
      + offers.map {
        message(
          .offer,
          client: client,
          server: IPAddress(v4: $0.server),
          router: IPAddress(v4: $0.router)
        )
      }
      + [
        message(.request, client: client, server: servers.first),
        message(.acknowledgment, client: client, server: servers.first),
      ]
  }

  @Test(arguments: [(1, 0), (2, 1)] as [(UInt32, Int)])
  func twoOffersAreToldWhereTheyDiffer(router: UInt32, count: Int) {
    let found = findings(SeveralDHCPServersRule.self, exchange(7, [(1, 1), (2, router)]))
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.severity == .warning && $0.evidence.frames == [2, 3] })
  }

  @Test func pairsOfSeveralNetworksNeedNotAgree() {
    let messages = exchange(7, [(1, 1), (2, 1)]) + exchange(8, [(3, 3), (4, 3)])
    #expect(findings(SeveralDHCPServersRule.self, messages).isEmpty)
  }

  @Test func aServerOfSeveralNetworksAgreesInEach() {
    let messages = exchange(7, [(1, 1), (2, 1)]) + exchange(8, [(1, 9), (2, 9)])
    #expect(findings(SeveralDHCPServersRule.self, messages).isEmpty)
  }

  @Test func eachSetOfServersHasItsFinding() {
    let messages =
      exchange(7, [(1, 1), (2, 2)]) + exchange(8, [(3, 3), (4, 4)]) + exchange(9, [(2, 2), (1, 1)])
    let found = findings(SeveralDHCPServersRule.self, messages)
    #expect(found.map(\.subject.name) == ["0.0.0.1 and 0.0.0.2", "0.0.0.3 and 0.0.0.4"])
    #expect(found.map(\.evidence.frameCount) == [4, 2])
  }

  @Test func oneServerMayOfferTwice() {
    let offer = message(.offer, server: Self.servers[0])
    #expect(findings(SeveralDHCPServersRule.self, [message(.discover), offer, offer]).isEmpty)
  }
}
