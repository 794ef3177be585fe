import CaptureFiles
import Packets
import TestSupport
import Testing

/// Slices hold the packets that match, as they were.
struct SliceTests {
  @Test(arguments: ["out.pcap", "out.pcapng"])
  func aSliceOfEverythingHasTheSamePackets(name: String) throws {
    let sample = try SampleCapture.refused()
    let out = sample.directory.file(name)
    let result = try Program.run(["slice", sample.path, "--filter", "tcp", "-o", out])
    #expect(result.status == 0)
    #expect(try packets(of: out) == packets(of: sample.path))
  }

  @Test func aFilterTakesItsPackets() throws {
    let sample = try SampleCapture.refused()
    let out = sample.directory.file("out.pcap")
    let result = try Program.run(["slice", sample.path, "--filter", "frame 2", "-o", out])
    #expect(result.status == 0)
    #expect(try packets(of: out) == packets(of: sample.path).suffix(1))
  }

  @Test func aFlowTakesItsPackets() throws {
    let first = try SampleCapture.refused()
    let second = try SampleCapture.refused(port: 40_001)
    let out = first.directory.file("out.pcapng")
    let result = try Program.run(["slice", first.path, second.path, "--flow", "1", "-o", out])
    #expect(result.status == 0)
    #expect(try packets(of: out) == packets(of: second.path))
  }

  @Test func aFlowOfICMPTakesOnlyItsMessages() throws {
    let hosts = [IPAddress(v4: 0x0a00_0001), IPAddress(v4: 0x0a00_0002)]
    // Echo, timestamp and a message that has no answer, between the same two hosts in turns.
    let messages: [(from: Int, type: UInt8, code: UInt8)] = [
      (0, 8, 0), (0, 13, 0), (0, 6, 1), (1, 0, 0), (1, 14, 0), (0, 6, 2), (0, 8, 0), (0, 13, 0),
      (0, 6, 1), (0, 6, 2),
    ]
    let frames = messages.map { message in
      FrameBuilder.ethernet(
        FrameBuilder.ipv4(
          from: hosts[message.from],
          to: hosts[1 - message.from],
          FrameBuilder.icmp(type: message.type, code: message.code, [0, 1, 0, 1])
        )
      )
    }
    let sample = try SampleCapture(
      "icmp.pcap",
      format: .pcap,
      linkTypes: [1],
      frames.map { (0, $0) }
    )
    let all = try packets(of: sample.path)
    for (flow, frames) in [[0, 3, 6], [1, 4, 7], [2, 8], [5, 9]].enumerated() {
      let out = sample.directory.file("out.pcap")
      let result = try Program.run(["slice", sample.path, "--flow", "\(flow)", "-o", out])
      #expect(result.status == 0)
      #expect(try packets(of: out) == frames.map { all[$0] })
    }
  }

  @Test func aFlowThatIsNotThereIsAnError() throws {
    let sample = try SampleCapture.refused()
    let out = sample.directory.file("out.pcap")
    let result = try Program.run(["slice", sample.path, "--flow", "9", "-o", out])
    #expect(result.status == 1)
    #expect(result.errorText.contains("there is no flow 9"))
    #expect(!FileBytes.exists(out))
  }

  @Test func pcapngKeepsInterfacesAndLinkTypes() throws {
    let sample = try SampleCapture.mixed()
    let out = sample.directory.file("out.pcapng")
    #expect(try Program.run(["slice", sample.path, "--filter", "tcp", "-o", out]).status == 0)
    var reader = try CaptureReader(path: out)
    var batch = RecordBatch()
    while try reader.read(into: &batch) {}
    #expect(reader.facts.interfaces.map(\.name) == ["port0", "port1"])
    #expect(reader.facts.interfaces.map(\.linkType) == [101, 1])
    #expect(reader.facts.interfaces.map(\.packets) == [1, 1])
  }

  @Test func pcapRefusesMixedLinkTypes() throws {
    let sample = try SampleCapture.mixed()
    let out = sample.directory.file("out.pcap")
    let result = try Program.run(["slice", sample.path, "--filter", "tcp", "-o", out])
    #expect(result.status == 1)
    #expect(result.errorText.contains("pcap holds one link type only"))
    #expect(!FileBytes.exists(out))
  }

  @Test func packetsWithoutTimeStayWithoutTime() throws {
    let sample = try SampleCapture.withoutTime()
    let out = sample.directory.file("out.pcapng")
    #expect(try Program.run(["slice", sample.path, "--filter", "tcp", "-o", out]).status == 0)
    var reader = try CaptureReader(path: out)
    var batch = RecordBatch()
    var hasTime: [Bool] = []
    while try reader.read(into: &batch) { hasTime += batch.records.map(\.hasTime) }
    #expect(hasTime == [true, false])
  }

  @Test func whereTheFormatNeedsATimePacketsTakeThatOfTheOneBefore() throws {
    let sample = try SampleCapture.withoutTime()
    let out = sample.directory.file("out.pcap")
    let filter = "time +0..+0"
    #expect(try Program.run(["slice", sample.path, "--filter", filter, "-o", out]).status == 0)
    var reader = try CaptureReader(path: out)
    var batch = RecordBatch()
    var times: [Int64] = []
    while try reader.read(into: &batch) { times += batch.records.map(\.nanoseconds) }
    #expect(times == [1_700_000_000_000_000_000, 1_700_000_000_000_000_000])
  }

  @Test func aSliceOfNothingIsAnEmptyCapture() throws {
    let sample = try SampleCapture.refused()
    let out = sample.directory.file("out.pcap")
    #expect(try Program.run(["slice", sample.path, "--filter", "udp", "-o", out]).status == 0)
    #expect(try packets(of: out).isEmpty)
  }

  /// Time and bytes of every packet.
  private func packets(of path: String) throws -> [[UInt8]] {
    var reader = try CaptureReader(path: path)
    var batch = RecordBatch()
    var packets: [[UInt8]] = []
    while try reader.read(into: &batch) {
      for record in batch.records {
        let bytes = batch.withBytes { span in
          (0..<Int(record.capturedLength)).map {
            span.unsafeLoad(fromByteOffset: record.offset + $0, as: UInt8.self)
          }
        }
        packets.append(Array(String(record.nanoseconds).utf8) + bytes)
      }
    }
    return packets
  }
}
