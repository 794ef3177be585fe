import Dissection
import Packets
import TestSupport
import Testing

/// A made connection of SMB 2 against tshark 4.0; the corpus has none.
@Suite(.enabled(if: Tshark.isPresent, "\(Tshark.absence)"))
struct SMBOracleTests {
  private static let comparison = FieldComparison<SMBMessage>(fields: [
    .init("smb2.cmd") { ["\($0.command.number)"] },
    .init("smb2.flags.response") { [flag($0.isResponse)] },
    .init("smb2.nt_status") { $0.isResponse ? [hexadecimal($0.status.rawValue)] : [] },
    .init("smb2.msg_id") { ["\($0.id)"] },
    .init("smb2.tid") { [hexadecimal($0.tree)] },
    .init("smb2.dialect") { message in
      message.details.flatMap { detail -> [String] in
        switch detail {
        case .offer(let dialects): dialects.map { hexadecimal($0.rawValue) }
        case .choice(let dialect): [hexadecimal(dialect.rawValue)]
        default: []
        }
      }
    },
    .init("ntlmssp.auth.username") { message in
      message.details.compactMap { if case .login(let login) = $0 { login.user } else { nil } }
    },
    .init("ntlmssp.auth.domain") { message in
      message.details.compactMap { if case .login(let login) = $0 { login.domain } else { nil } }
    },
    .init("ntlmssp.auth.hostname") { message in
      message.details.compactMap {
        if case .login(let login) = $0 { login.workstation } else { nil }
      }
    },
  ])

  /// Client and server by turns.
  private static let messages: [[UInt8]] = [
    SMBBytes.smb2(0, id: 0, SMBBytes.negotiate),
    SMBBytes.smb2(0, id: 0, isResponse: true, SMBBytes.negotiated(0x0300)),
    SMBBytes.smb2(
      1,
      id: 1,
      SMBBytes.sessionSetup(SMBBytes.authenticate(domain: "DOM", user: "me", workstation: "PC"))
    ),
    SMBBytes.smb2(1, id: 1, isResponse: true, SMBBytes.sessionAnswer(flags: 0)),
    SMBBytes.smb2(3, id: 2, SMBBytes.treeConnect("\\\\S\\data")),
    SMBBytes.smb2(3, id: 2, isResponse: true, tree: 5, SMBBytes.treeAnswer(flags: 0)),
    SMBBytes.smb2(5, id: 3, tree: 5, SMBBytes.create("a\\b.txt")),
    SMBBytes.smb2(5, id: 3, isResponse: true, status: 0xc000_0034, tree: 5, SMBBytes.failure),
    SMBBytes.smb2(5, id: 4, tree: 5, SMBBytes.create("c.txt")),
    SMBBytes.smb2(5, id: 4, isResponse: true, tree: 5, SMBBytes.created),
    SMBBytes.smb2(8, id: 5, tree: 5, SMBBytes.read(100)),
    SMBBytes.smb2(
      8,
      id: 5,
      isResponse: true,
      tree: 5,
      SMBBytes.readAnswer([UInt8](repeating: 7, count: 100))
    ),
    SMBBytes.smb2(3, id: 6, SMBBytes.treeConnect("\\\\S\\none")),
    SMBBytes.smb2(3, id: 6, isResponse: true, status: 0xc000_00cc, SMBBytes.failure),
  ]

  @Test func messagesAreThoseOfTshark() throws {
    let (folder, path) = try Self.capture()
    defer { _ = folder }
    let parsed = try Self.messages.map { try SMBFrame(parsing: $0.span.bytes) }
    let list = parsed.map { frame -> [SMBMessage] in
      if case .messages(let messages) = frame { messages } else { [] }
    }
    let byFrame = Dictionary(uniqueKeysWithValues: list.enumerated().map { (UInt64($0 + 1), $1) })
    let differences = try Self.comparison.differences(path, byFrame)
    #expect(differences.isEmpty, "\(differences)")
  }

  @Test func sharesFilesAndTimesAreThoseOfTshark() throws {
    let (folder, path) = try Self.capture()
    defer { _ = folder }
    let tshark = try #require(Tshark())
    var dissector = SMBDissector()
    for (index, message) in Self.messages.enumerated() {
      let bytes = SMBBytes.frame(message)
      dissector.receive(
        bytes.span.bytes,
        from: index % 2 == 0 ? .client : .server,
        at: Moment(frame: UInt64(index + 1), time: Int64(index * index) * 1_000_000)
      )
    }
    dissector.finish(at: Moment(frame: 99, time: 0))
    let session = try #require(dissector.finished.first)
    func values(_ field: String, _ filter: String) throws -> [String] {
      try tshark.fields([field], of: path, where: filter).flatMap {
        $0.flatMap { $0.split(separator: ";").map(String.init) }
      }
    }
    #expect(
      try values("smb2.tree", "smb2.cmd == 3 && smb2.flags.response == 0")
        == session.trees.map(\.path)
    )
    #expect(
      try values("smb2.filename", "smb2.cmd == 5 && smb2.flags.response == 0")
        == session.files.map(\.name)
    )
    for tally in session.commands {
      let filter = "smb2.cmd == \(tally.command.number) && smb2.flags.response == 1"
      let times = try values("smb2.time", filter).compactMap { Double($0) }
      let slowest = try #require(tally.slowest)
      let expected = try #require(times.max())
      #expect(times.count == Int(tally.times))
      #expect(abs(Double(slowest) / 1e9 - expected) < 1e-6)
      let statuses = try values("smb2.nt_status", filter)
      #expect(Int(tally.failures) == statuses.count { $0.hasPrefix("0xc") })
    }
  }

  /// A capture of the messages, one segment each; the folder has to stay as long as it is read.
  private static func capture() throws -> (TemporaryDirectory, String) {
    var capture = CaptureBuilder()
    var next: [UInt32] = [1, 1]
    for (index, message) in messages.enumerated() {
      let bytes = SMBBytes.frame(message)
      let side = index % 2
      let segment = FrameBuilder.tcp(
        from: side == 0 ? 40_000 : 445,
        to: side == 0 ? 445 : 40_000,
        sequence: next[side],
        acknowledgment: next[1 - side],
        bytes
      )
      next[side] += UInt32(bytes.count)
      let ends = [IPAddress(v4: 0x0a00_0001), IPAddress(v4: 0x0a00_0002)]
      let frame = FrameBuilder.ethernet(
        FrameBuilder.ipv4(from: ends[side], to: ends[1 - side], segment)
      )
      capture.add(frame, at: index * index * 1_000)
    }
    let folder = try TemporaryDirectory()
    return (folder, try folder.write(capture.bytes, to: "smb.pcap"))
  }
}
