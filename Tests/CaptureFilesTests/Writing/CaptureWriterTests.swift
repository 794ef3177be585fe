import CaptureFiles
import TestSupport
import Testing

struct CaptureWriterTests {
  static let interface = CaptureInterface(
    index: 0,
    section: 0,
    linkType: 1,
    snapLength: 0,
    precision: .nanoseconds
  )

  static func record(_ nanoseconds: Int64, original: UInt32 = 0) -> CaptureRecord {
    CaptureRecord(
      offset: 0,
      capturedLength: 0,
      originalLength: original,
      nanoseconds: nanoseconds,
      interface: 0,
      linkType: 1,
      fileOffset: 0
    )
  }

  private func write(
    _ path: String,
    _ format: CaptureWriter.Format,
    packets: Int,
    publishes: Bool = false
  ) throws {
    var writer = try CaptureWriter(
      path: path,
      format: format,
      interfaces: [Self.interface],
      publishes: publishes
    )
    for index in 0..<packets {
      let data = [UInt8](repeating: UInt8(truncatingIfNeeded: index), count: 1 + index % 90)
      let record = Self.record(1_600_000_000_000_000_000 + Int64(index) * 1_001, original: 95)
      try writer.write(data.span.bytes, record: record)
    }
    try writer.finish()
  }

  @Test(arguments: CaptureWriter.Format.allCases)
  func whatIsWrittenReadsBack(_ format: CaptureWriter.Format) throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("out")
    try write(path, format, packets: 5_000)
    let read = try ReadCapture(path: path)
    #expect(read.facts.damage.isEmpty)
    #expect(read.packets.count == 5_000)
    let unit: Int64 = format == .pcap ? 1_000 : 1
    for (index, packet) in read.packets.enumerated() {
      let time = 1_600_000_000_000_000_000 + Int64(index) * 1_001
      #expect(packet.nanoseconds == time / unit * unit)
      #expect(packet.data.count == 1 + index % 90)
      #expect(packet.data.allSatisfy { $0 == UInt8(truncatingIfNeeded: index) })
      #expect(packet.originalLength == 95)
    }
  }

  @Test(
    .enabled(if: Tool.isPresent("capinfos"), "needs capinfos"),
    arguments: zip(CaptureWriter.Format.allCases, ["pcap", "nsecpcap", "pcapng"])
  )
  func capinfosReadsWhatIsWritten(_ format: CaptureWriter.Format, _ name: String) throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("out")
    try write(path, format, packets: 300)
    let result = try #require(Tool("capinfos")).run(["-tEcdM", path])
    #expect(result.status == 0)
    #expect(result.text.contains("File type:           \(name)\n"))
    #expect(result.text.contains("Number of packets:   300\n"))
    #expect(result.text.contains("Data size:           28500 bytes\n"))
  }

  @Test(.enabled(if: Tool.isPresent("tshark"), "needs tshark"))
  func tsharkReadsInterfacesCommentsAndStatistics() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("out")
    var interface = Self.interface
    interface.name = "eth7"
    interface.filter = .text("tcp port 80")
    var section = CaptureSection(
      index: 0,
      byteOrder: .little,
      majorVersion: 1,
      minorVersion: 0,
      byteOffset: 0
    )
    section.application = "apus"
    section.comments = ["all of it"]
    var writer = try CaptureWriter(
      path: path,
      format: .pcapng,
      interfaces: [interface],
      section: section
    )
    let bytes = [UInt8](repeating: 0, count: 61)
    try writer.write(bytes.span.bytes, record: Self.record(1_000_000_007), comment: "this one")
    var statistics = CaptureInterface.Statistics()
    statistics.received = 12
    statistics.droppedByInterface = 3
    writer.write(statistics, interface: 0, time: 2_000_000_000)
    try writer.finish()

    let fields = ["frame.time_epoch", "frame.comment", "frame.interface_name"]
    let arguments = ["-r", path, "-T", "fields"] + fields.flatMap { ["-e", $0] }
    let result = try #require(Tool("tshark")).run(arguments)
    #expect(result.text == "1.000000007\tthis one\teth7\n")

    let facts = try ReadCapture(path: path).facts
    #expect(facts.application == "apus")
    #expect(facts.comments == ["all of it"])
    #expect(facts.packetComments.map(\.text) == ["this one"])
    #expect(facts.interfaces.first?.filter == .text("tcp port 80"))
    #expect(facts.interfaces.first?.statistics.received == 12)
    #expect(facts.interfaces.first?.statistics.droppedByInterface == 3)
  }

  @Test func publishedFilesAppearOnlyWhenComplete() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("out")
    var writer = try CaptureWriter(
      path: path,
      format: .pcap,
      interfaces: [Self.interface],
      publishes: true
    )
    try writer.write([UInt8](repeating: 1, count: 9).span.bytes, record: Self.record(1))
    try writer.flush()
    #expect(!FileBytes.exists(path))
    try writer.finish(synchronises: true)
    #expect(FileBytes.exists(path))
    #expect(!FileBytes.exists(path + ".part"))
  }

  @Test func abandonedFilesLeaveNothingBehind() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("out")
    do {
      var writer = try CaptureWriter(
        path: path,
        format: .pcap,
        interfaces: [Self.interface],
        publishes: true
      )
      try writer.flush()
    }
    #expect(!FileBytes.exists(path))
    #expect(!FileBytes.exists(path + ".part"))
  }

  @Test func whatTheFormatCannotHoldIsRefused() throws {
    let folder = try TemporaryDirectory()
    var other = Self.interface
    other.linkType = 113
    #expect(throws: CaptureFileError.self) {
      try CaptureWriter(
        path: folder.file("out"),
        format: .pcap,
        interfaces: [Self.interface, other]
      ).finish()
    }
    var writer = try CaptureWriter(
      path: folder.file("pcap"),
      format: .pcap,
      interfaces: [Self.interface]
    )
    let bytes: [UInt8] = [1]
    var foreign = Self.record(1)
    foreign.linkType = 113
    for record in [Self.record(-1), Self.record(.max), foreign] {
      do {
        try writer.write(bytes.span.bytes, record: record)
        Issue.record("accepted")
      } catch {
        guard case .unwritable = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
    #expect(writer.packets == 0)
  }

  @Test(.enabled(if: FileBytes.exists("/dev/full"), "needs /dev/full"))
  func aFullDiskIsReportedWithItsErrorNumber() throws {
    var writer = try CaptureWriter(
      path: "/dev/full",
      format: .pcap,
      interfaces: [Self.interface]
    )
    do {
      try writer.flush()
      Issue.record("a full disk took it")
    } catch {
      #expect(error == .system(operation: .write, path: "/dev/full", errno: 28))
    }
  }
}
