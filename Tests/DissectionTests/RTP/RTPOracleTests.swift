import Dissection
import Packets
import TestSupport
import Testing

/// Packets, loss, intervals and jitter of RTP streams as Wireshark counts them.
@Suite(.enabled(if: Tshark.isPresent, "\(Tshark.absence)"))
struct RTPOracleTests {
  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
  func streamsOfTheCorpusEqualTsharks() throws {
    let tshark = try #require(Tool("tshark"))
    let run = try RTPOracleRun(Corpus.path(for: "ndpi__rtp.pcapng"), tshark: tshark)
    #expect(run.theirs.count == 5)
    #expect(run.isEqual, "\(run)")
  }

  /// Sequence numbers after the first, and how late each packet comes in milliseconds.
  @Test(arguments: [
    (type: UInt8(0), steps: [1, 2, 3, 4, 5, 6, 7, 8], late: [0, 3, 1, 0, 9, 2, 2, 0]),
    (type: UInt8(8), steps: [1, 2, 5, 6, 7, 9, 10, 11], late: [0, 1, 2, 3, 4, 5, 6, 7]),
    (type: UInt8(18), steps: [1, 2, 3, 5, 4, 6, 7, 8], late: [0, 0, 0, 0, 25, 0, 30, 0]),
    (type: UInt8(111), steps: [1, 2, 3, 4, 6, 7, 8, 9], late: [0, 0, 0, 0, 0, 0, 0, 0]),
  ])
  func madeStreamsEqualTsharks(type: UInt8, steps: [Int], late: [Int]) throws {
    let tshark = try #require(Tool("tshark"))
    let folder = try TemporaryDirectory()
    let path = try folder.write(capture(type, steps, late), to: "rtp.pcap")
    let run = try RTPOracleRun(path, tshark: tshark)
    #expect(run.theirs.count == 1)
    #expect(run.isEqual, "\(run)")
  }

  /// A capture of one stream of 20 ms a packet, whose sequence number and timestamp wrap.
  private func capture(_ type: UInt8, _ steps: [Int], _ late: [Int]) -> [UInt8] {
    var file: [UInt8] = [0xa1, 0xb2, 0xc3, 0xd4, 0, 2, 0, 4] + [UInt8](repeating: 0, count: 8)
    file += [0, 0, 255, 255, 0, 0, 0, 1]
    for (index, step) in ([0] + steps).enumerated() {
      let packet = rtp(type, step: step, marker: index == 0 || step == 6)
      let frame = FrameBuilder.ethernet(
        FrameBuilder.ipv4(
          from: IPAddress(v4: 0x0a00_0001),
          to: IPAddress(v4: 0x0a00_0002),
          FrameBuilder.udp(from: 40_000, to: 40_002, packet)
        )
      )
      let micros = UInt32(step * 20_000 + ([0] + late)[index] * 1_000 + index)
      for number in [1_700_000_000, micros, UInt32(frame.count), UInt32(frame.count)] {
        file += FrameBuilder.bigEndian(number)
      }
      file += frame
    }
    return file
  }

  private func rtp(_ type: UInt8, step: Int, marker: Bool) -> [UInt8] {
    let sequence = FrameBuilder.bigEndian(UInt16(truncatingIfNeeded: 65_533 + step))
    let timestamp = FrameBuilder.bigEndian(UInt32(truncatingIfNeeded: 0xffff_ff00 + step * 160))
    return [0x80, type | (marker ? 0x80 : 0)] + sequence + timestamp + [0, 0, 0x16, 0x46]
      + [UInt8](repeating: 0xd5, count: 160)
  }
}
