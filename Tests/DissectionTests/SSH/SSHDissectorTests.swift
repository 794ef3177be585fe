import Dissection
import TestSupport
import Testing

struct SSHDissectorTests {
  private static let lists = ["a,b", "k", "e,f", "e", "m", "n", "none", "zlib"]

  @Test(arguments: [1, .max])
  func bothProposalsMakeAnAgreement(piece: Int) throws {
    let dialogue = Dialogue(
      .server("welcome\r\nSSH-2.0-server\r\n"),
      .client("SSH-2.0-client x\r\n"),
      .clientBytes(Self.packet(20, Self.proposal(["z"] + Self.lists.dropFirst()))),
      .serverBytes(Self.packet(20, Self.proposal(["y,z"] + Self.lists.dropFirst()))),
      .clientBytes(Self.packet(21)),
      .serverBytes(Self.packet(21) + [1, 2, 3])
    )
    let sessions = dialogue.run(SSHDissector(), piece: piece)
    let session = try #require(sessions.first)
    #expect(sessions.count == 1)
    #expect(session.server.version == "SSH-2.0-server")
    #expect(session.client.version == "SSH-2.0-client x")
    #expect(session.agreed?.keyExchange == "z")
    #expect(session.agreed?.encryption == "e")
    #expect(session.agreed?.mac == "m")
    #expect(session.encrypted == Dialogue.moment(5))
  }

  @Test(
    arguments: [[0xff, 0xff, 0xff, 0xff], [0, 0, 0, 1, 0], [0, 0, 0, 2, 9, 20]] as [[UInt8]]
  )
  func whatIsNoPacketEndsTheReading(bytes: [UInt8]) {
    let dialogue = Dialogue(
      .client("SSH-2.0-client\r\n"),
      .clientBytes(bytes),
      .clientBytes(Self.packet(20, Self.proposal(Self.lists)))
    )
    let sessions = dialogue.run(SSHDissector())
    #expect(sessions.map(\.client.version) == ["SSH-2.0-client"])
    #expect(sessions.first?.client.proposal == nil)
  }

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)")
  )
  func sessionsEqualTsharks() throws {
    let path = Corpus.path(for: "zeek__tcp-ssh-dups.pcap")
    let rows = try #require(Tshark()).fields(
      ["ssh.protocol", "ssh.kex.hassh", "ssh.kex.hasshserver"],
      of: path,
      where: "ssh.protocol || ssh.kex.hassh || ssh.kex.hasshserver",
      aggregator: "\u{1}"
    )
    let expected = Set(rows.joined().filter { !$0.isEmpty }.map(String.init))
    let sessions = try ConversationReader.conversations(in: path).flatMap { conversation in
      conversation.dissect(with: SSHDissector(), recognise: SSHDissector.recognise)?.finished ?? []
    }
    // Both sides look alike, and here nothing tells which is the client.
    let found = sessions.flatMap { [$0.client, $0.server] }.flatMap { side in
      [
        side.version, side.proposal?.fingerprint(of: .client),
        side.proposal?.fingerprint(of: .server),
      ].compactMap(\.self)
    }
    #expect(expected.count == 4)
    #expect(Set(found).isSuperset(of: expected))
  }

  @Test func aProposalThatIsAServersTellsTheSides() {
    let dialogue = Dialogue(
      .client("SSH-2.0-server\r\n"),
      .clientBytes(Self.packet(20, Self.proposal(["a,ext-info-s"] + Self.lists.dropFirst()))),
      .server("SSH-2.0-client\r\n"),
      .serverBytes(Self.packet(20, Self.proposal(["a,ext-info-c"] + Self.lists.dropFirst())))
    )
    #expect(dialogue.run(SSHDissector()).map(\.client.version) == ["SSH-2.0-client"])
  }

  private static func proposal(_ lists: [String]) -> [UInt8] {
    [UInt8](repeating: 7, count: 16)
      + lists.flatMap { FrameBuilder.bigEndian(UInt32($0.utf8.count)) + Array($0.utf8) }
      + [UInt8](repeating: 0, count: 13)
  }

  private static func packet(_ number: UInt8, _ message: [UInt8] = []) -> [UInt8] {
    FrameBuilder.bigEndian(UInt32(message.count + 6)) + [4, number] + message + [0, 0, 0, 0]
  }
}
