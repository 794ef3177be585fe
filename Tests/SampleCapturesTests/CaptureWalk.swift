import SampleCaptures

/// A generated capture taken apart by the few rules of the pcap format, for tests.
struct CaptureWalk {
  struct Record {
    var time: UInt64
    var frame: ArraySlice<UInt8>
  }

  private(set) var bytes: [UInt8] = []
  private(set) var records: [Record] = []
  let truth: Truth

  init(_ simulation: Simulation<some Workload>) {
    var running = simulation
    while let piece = running.next() { bytes += piece }
    truth = running.truth
    let fraction: UInt64 = bytes.first == 0x4D ? 1 : 1000
    var offset = 24
    while offset < bytes.count {
      let length = Int(word(at: offset + 8))
      let time = UInt64(word(at: offset)) * 1_000_000_000 + UInt64(word(at: offset + 4)) * fraction
      records.append(Record(time: time, frame: bytes[offset + 16..<offset + 16 + length]))
      offset += 16 + length
    }
  }

  private func word(at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (8 * UInt32($1)) }
  }
}
