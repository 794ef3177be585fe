import Dissection
import Testing

struct SMBTests {
  /// A login, a share, a file, what is read and written, and a share that is not given.
  private static let work = Dialogue(
    .clientBytes(SMBBytes.frame(SMBBytes.smb2(0, id: 0, SMBBytes.negotiate))),
    .serverBytes(
      SMBBytes.frame(SMBBytes.smb2(0, id: 0, isResponse: true, SMBBytes.negotiated(0x0300)))
    ),
    .clientBytes(
      SMBBytes.frame(
        SMBBytes.smb2(
          1,
          id: 1,
          SMBBytes.sessionSetup(
            SMBBytes.authenticate(domain: "DOM", user: "jörg", workstation: "PC")
          )
        )
      )
    ),
    .serverBytes(
      SMBBytes.frame(SMBBytes.smb2(1, id: 1, isResponse: true, SMBBytes.sessionAnswer(flags: 0)))
    ),
    .clientBytes(SMBBytes.frame(SMBBytes.smb2(3, id: 2, SMBBytes.treeConnect("\\\\S\\data")))),
    .serverBytes(
      SMBBytes.frame(
        SMBBytes.smb2(3, id: 2, isResponse: true, tree: 5, SMBBytes.treeAnswer(flags: 0x8000))
      )
    ),
    .clientBytes(SMBBytes.frame(SMBBytes.smb2(5, id: 3, tree: 5, SMBBytes.create("a\\b.txt")))),
    .serverBytes(
      SMBBytes.frame(SMBBytes.smb2(5, id: 3, isResponse: true, tree: 5, SMBBytes.created))
    ),
    .clientBytes(SMBBytes.frame(SMBBytes.smb2(8, id: 4, tree: 5, SMBBytes.read(20_000)))),
    .serverBytes(
      SMBBytes.frame(
        SMBBytes.smb2(
          8,
          id: 4,
          isResponse: true,
          tree: 5,
          SMBBytes.readAnswer([UInt8](repeating: 0xfe, count: 20_000))
        )
      )
    ),
    .clientBytes(
      SMBBytes.frame(SMBBytes.smb2(9, id: 5, tree: 5, SMBBytes.write([1, 2, 3])))
        + SMBBytes.frame(SMBBytes.smb2(3, id: 6, SMBBytes.treeConnect("\\\\S\\none")))
    ),
    .serverBytes(
      SMBBytes.frame(
        SMBBytes.smb2(3, id: 6, isResponse: true, status: 0xc000_00cc, SMBBytes.failure)
      )
    )
  )

  @Test(arguments: [1, 7, .max])
  func whoDoesWhatIsRead(piece: Int) throws {
    let found = Self.work.run(SMBDissector(), piece: piece)
    #expect(found.count == 1)
    let session = try #require(found.first)
    #expect(session.offeredDialects.map(\.description) == ["2.0.2", "3.0"])
    #expect(session.dialect?.description == "3.0")
    let login = try #require(session.logins.first)
    #expect(login.user == "jörg")
    #expect(login.domain == "DOM")
    #expect(login.workstation == "PC")
    #expect(login.status == .success)
    #expect(session.trees.map(\.path) == ["\\\\S\\data", "\\\\S\\none"])
    #expect(session.trees.map { $0.status?.name } == ["SUCCESS", "BAD_NETWORK_NAME"])
    #expect(session.trees.map(\.isEncrypted) == [true, false])
    #expect(session.files.map(\.name) == ["a\\b.txt"])
    #expect(session.bytesRead == 20_000)
    #expect(session.bytesWritten == 3)
    #expect(session.messages == 13)
    #expect(session.unanswered == 1)
    let tallies = session.commands
    #expect(
      tallies.map { $0.command.name } == [
        "NEGOTIATE", "SESSION_SETUP", "TREE_CONNECT", "CREATE", "READ", "WRITE",
      ]
    )
    #expect(tallies.map(\.requests) == [1, 1, 2, 1, 1, 1])
    #expect(tallies.map(\.responses) == [1, 1, 2, 1, 1, 0])
    #expect(tallies.map(\.failures) == [0, 0, 1, 0, 0, 0])
    let second: Int64? = 1_000_000_000
    #expect(tallies.map(\.slowest) == [second, second, second, second, second, nil])
    #expect(session.statuses.map(\.count) == [5, 1])
    #expect(!"\(session)".contains("secret"))
  }

  @Test func anAnswerThatComesLaterIsOne() throws {
    let dialogue = Dialogue(
      .clientBytes(SMBBytes.frame(SMBBytes.smb2(15, id: 9, [UInt8](repeating: 0, count: 32)))),
      .serverBytes(
        SMBBytes.frame(
          SMBBytes.smb2(
            15,
            id: 9,
            isResponse: true,
            status: 0x103,
            isAsync: true,
            SMBBytes.failure
          )
        )
      ),
      .serverBytes(
        SMBBytes.frame(
          SMBBytes.smb2(15, id: 9, isResponse: true, isAsync: true, [9, 0, 0, 0, 0, 0, 0, 0])
        )
      )
    )
    let session = try #require(dialogue.run(SMBDissector()).first)
    #expect(session.commands.map(\.responses) == [1])
    #expect(session.commands.map(\.slowest) == [2_000_000_000])
    #expect(session.unsolicited == 0)
  }

  @Test func compoundsAreReadMessageByMessage() throws {
    let first = SMBBytes.smb2(5, id: 1, next: 128, SMBBytes.create("x"))
    let padded = first + [UInt8](repeating: 0, count: 128 - first.count)
    let all = padded + SMBBytes.smb2(8, id: 2, SMBBytes.read(1))
    let session = try #require(
      Dialogue(.clientBytes(SMBBytes.frame(all))).run(SMBDissector()).first
    )
    #expect(session.commands.map(\.command.number) == [5, 8])
    #expect(session.files.map(\.name) == ["x"])
    #expect(session.messages == 1)
  }

  @Test func encryptedMessagesAreCountedAndNotRead() throws {
    let secret = [0xfd, 0x53, 0x4d, 0x42] + [UInt8](repeating: 7, count: 80)
    let dialogue = Dialogue(
      .clientBytes(SMBBytes.frame(SMBBytes.smb2(0, id: 0, SMBBytes.negotiate))),
      .serverBytes(
        SMBBytes.frame(SMBBytes.smb2(0, id: 0, isResponse: true, SMBBytes.negotiated(0x0311)))
      ),
      .clientBytes(SMBBytes.frame(secret)),
      .serverBytes(SMBBytes.frame(secret))
    )
    let session = try #require(dialogue.run(SMBDissector()).first)
    #expect(session.dialect?.description == "3.1.1")
    #expect(session.encryptedMessages == 2)
    #expect(session.malformedMessages == 0)
  }

  @Test func smb1IsReadOverNetBIOS() throws {
    let name = Array("CKFDENECFDEFFCFGEFFCCACACACACACA".utf8)
    let names: [UInt8] = [32] + name + [0, 32] + name + [0]
    let login =
      [0x75, 0] + SMBBytes.little(UInt16(91)) + SMBBytes.little(UInt16(0xffff))
      + SMBBytes.little(UInt16(2)) + SMBBytes.little(UInt16(1)) + SMBBytes.little(UInt32(0))
      + SMBBytes.little(UInt16(6)) + SMBBytes.little(UInt16(0)) + SMBBytes.little(UInt32(0))
      + SMBBytes.little(UInt32(0))
    let identity =
      Array("secret\0".utf8) + SMBBytes.unicode("me\0") + SMBBytes.unicode("WG\0")
      + SMBBytes.unicode("\0\0")
    // Behind the login, by AndX, the share.
    let path = [0] + SMBBytes.unicode("\\\\S\\IPC$\0") + Array("?????\0".utf8)
    let share =
      [4, 0xff, 0, 0, 0, 0, 0] + SMBBytes.little(UInt16(1)) + SMBBytes.little(UInt16(path.count))
      + path
    // The bytes of strings begin at an even place.
    let message = SMBBytes.smb1(0x73, words: login, identity)
    var whole = message
    let place = UInt16(whole.count)
    whole.replaceSubrange(35..<37, with: SMBBytes.little(place))
    whole += share
    let dialogue = Dialogue(
      .clientBytes(SMBBytes.frame(names, type: 0x81)),
      .serverBytes([0x82, 0, 0, 0]),
      .clientBytes(
        SMBBytes.frame(
          SMBBytes.smb1(0x72, words: [], Array("\u{2}LANMAN1.0\0\u{2}NT LM 0.12\0".utf8))
        )
      ),
      .serverBytes(
        SMBBytes.frame(SMBBytes.smb1(0x72, isResponse: true, words: [1, 0], []))
      ),
      .clientBytes(SMBBytes.frame(whole)),
      .serverBytes(
        SMBBytes.frame(
          SMBBytes.smb1(0x73, isResponse: true, status: 0xc000_006d, words: [], [])
        )
      )
    )
    let session = try #require(dialogue.run(SMBDissector()).first)
    #expect(session.calledName?.text == "*SMBSERVER")
    #expect(session.dialectName == "NT LM 0.12")
    #expect(session.dialect == .nt1)
    #expect(session.logins.map(\.user) == ["me"])
    #expect(session.logins.map(\.domain) == ["WG"])
    #expect(session.logins.map { $0.status?.name } == ["LOGON_FAILURE"])
    #expect(session.trees.map(\.path) == ["\\\\S\\IPC$"])
    #expect(session.commands.map { $0.command.name } == ["NEGOTIATE", "SESSION_SETUP_ANDX"])
    #expect(!"\(session)".contains("secret"))
  }

  @Test func aGapInWhatIsReadIsSteppedOver() throws {
    let answer = SMBBytes.frame(
      SMBBytes.smb2(
        8,
        id: 4,
        isResponse: true,
        SMBBytes.readAnswer([UInt8](repeating: 1, count: 9_000))
      )
    )
    let dialogue = Dialogue(
      .clientBytes(SMBBytes.frame(SMBBytes.smb2(8, id: 4, SMBBytes.read(9_000)))),
      .serverBytes(Array(answer.prefix(500))),
      .gap(Int64(answer.count - 500), .server),
      .clientBytes([1, 2, 3]),
      .gap(900, .client),
      .clientBytes([UInt8](repeating: 3, count: 40)),
      .clientBytes(SMBBytes.frame(SMBBytes.smb2(13, id: 5, [4, 0, 0, 0]))),
      .serverBytes(SMBBytes.frame(SMBBytes.smb2(13, id: 5, isResponse: true, [4, 0, 0, 0])))
    )
    let session = try #require(dialogue.run(SMBDissector()).first)
    #expect(session.commands.map { $0.command.name } == ["READ", "ECHO"])
    #expect(session.commands.map(\.responses) == [1, 1])
    #expect(session.bytesRead == 9_000)
  }

  @Test func filesAndSharesAreBounded() throws {
    var dissector = SMBDissector()
    for number in 0..<UInt64(2_000) {
      let file = SMBBytes.frame(SMBBytes.smb2(5, id: number, SMBBytes.create("f\(number)")))
      let share = SMBBytes.frame(
        SMBBytes.smb2(3, id: number + 10_000, SMBBytes.treeConnect("\\\\s\\\(number)"))
      )
      dissector.receive(file.span.bytes, from: .client, at: Dialogue.moment(1))
      dissector.receive(share.span.bytes, from: .client, at: Dialogue.moment(1))
    }
    dissector.finish(at: Dialogue.moment(2))
    let session = try #require(dissector.finished.first)
    #expect(session.files.count == SMBLimits.files)
    #expect(session.omittedOpens == 2_000 - Int64(SMBLimits.files))
    #expect(session.trees.count == SMBLimits.trees)
    #expect(session.omittedTrees == 2_000 - Int64(SMBLimits.trees))
    #expect(session.unanswered == 4_000)
  }

  @Test func loginsAndStatusesAreBounded() throws {
    var dissector = SMBDissector()
    let name = SMBBytes.authenticate(domain: "D", user: "u", workstation: "W")
    for number in 0..<UInt64(100) {
      let login = SMBBytes.frame(SMBBytes.smb2(1, id: number, SMBBytes.sessionSetup(name)))
      let answer = SMBBytes.frame(
        SMBBytes.smb2(
          1,
          id: number,
          isResponse: true,
          status: 0xc000_0500 + UInt32(number),
          SMBBytes.failure
        )
      )
      dissector.receive(login.span.bytes, from: .client, at: Dialogue.moment(1))
      dissector.receive(answer.span.bytes, from: .server, at: Dialogue.moment(1))
    }
    dissector.finish(at: Dialogue.moment(2))
    let session = try #require(dissector.finished.first)
    #expect(session.logins.count == SMBLimits.logins)
    #expect(session.omittedLogins == 100 - Int64(SMBLimits.logins))
    #expect(session.statuses.count == SMBLimits.statuses)
    #expect(session.omittedStatuses == 100 - Int64(SMBLimits.statuses))
  }

  @Test func theFirstBytesTell() {
    let request = SMBBytes.frame(SMBBytes.smb2(0, id: 0, SMBBytes.negotiate))
    let answer = SMBBytes.frame(
      SMBBytes.smb2(0, id: 0, isResponse: true, SMBBytes.negotiated(0x0202))
    )
    let old = SMBBytes.frame(SMBBytes.smb1(0x72, words: [], []))
    for (bytes, expected) in [
      (request, Recognition.yes(.client)), (answer, .yes(.server)), (old, .yes(.client)),
      ([0x81, 0, 0, 68, 32], .yes(.client)), ([0x81, 0, 0, 9, 32], .no), ([0, 0, 1], .needsMore),
      ([0, 0, 0, 9, 0xfe, 0x53, 0x4e], .no), ([], .needsMore),
      (Array(request.prefix(9)), .needsMore),
      (Array("GET /".utf8), .no),
    ] {
      #expect(SMBDissector.recognise(bytes.span.bytes) == expected)
    }
  }
}
