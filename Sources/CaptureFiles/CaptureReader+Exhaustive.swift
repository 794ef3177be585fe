extension CaptureReader {
  /// Reads a capture in memory to its end in every way that there is: what a fuzzer calls.
  ///
  /// - Parameter bytes: anything at all.
  /// - Returns: a sum over every packet's bytes and every record, so that nothing is optimised away.
  @discardableResult
  package static func readEverything(in bytes: [UInt8]) -> UInt64 {
    var sum: UInt64 = 0
    for recovers in [false, true] {
      for piece in [Int.max, 61] {
        var limits = CaptureLimits()
        limits.recovers = recovers
        // A fuzzer looks for crashes, not for patience.
        limits.expandedBytes = 4 << 20
        do {
          var reader = try CaptureReader(bytes: bytes, piece: piece, limits: limits)
          var batch = RecordBatch(capacity: 4_096)
          while try reader.read(into: &batch) { sum &+= batch.checksum }
          sum &+= UInt64(reader.facts.damage.count)
        } catch {
          sum &+= 1
        }
      }
    }
    return sum
  }
}

extension RecordBatch {
  /// A sum over the bytes and lengths of all records.
  fileprivate var checksum: UInt64 {
    withBytes { bytes in
      records.reduce(into: UInt64(0)) { sum, record in
        let packet = bytes.extracting(record.offset..<record.offset + Int(record.capturedLength))
        packet.withUnsafeBytes { for byte in $0 { sum &+= UInt64(byte) } }
        sum &+= UInt64(bitPattern: record.nanoseconds) &+ UInt64(record.originalLength)
      }
    }
  }
}
