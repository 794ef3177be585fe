/// The facts under the names and by the rules of Wireshark's capinfos.
extension CaptureFacts {
  /// The encapsulation of the whole file: that of its interfaces, or "per packet" where they differ.
  package var encapsulation: CaptureEncapsulation {
    let names = Set(interfaces.map(\.linkType)).map { type in
      CaptureEncapsulation(linkType: type) ?? .unknown
    }
    guard let first = names.first else { return .unknown }
    return names.allSatisfy { $0 == first } ? first : .perPacket
  }

  /// Format and compression: "pcapng (gzip compressed)".
  package var typeName: String {
    compression.map { "\(format.name) (\($0.rawValue) compressed)" } ?? format.name
  }

  /// Time precision of the whole file: that of its interfaces, or "per-packet" where they differ.
  package var precisionName: String {
    let digits = Set(interfaces.map(\.precision.digits))
    guard let first = digits.first else { return "unknown" }
    return digits.count == 1 ? TimePrecision(digits: first).name : "per-packet"
  }

  /// Whether packets follow each other in time: "True", "False", "Unknown".
  package var timeOrderName: String {
    switch timeOrder {
    case .ordered: "True"
    case .unordered: "False"
    case .unknown: "Unknown"
    }
  }

  /// Whether every packet has a time; capinfos shows none where one has not.
  package var hasAllTimes: Bool { packetsWithoutTime == 0 }

  /// Wire bytes in a second; nil where no time passed.
  package var bytesPerSecond: Double? { rate(of: dataBytes) }

  /// Packets in a second; nil where no time passed.
  package var packetsPerSecond: Double? { rate(of: packets) }

  /// Wire bytes of the average packet.
  package var averagePacketBytes: Double? {
    packets > 0 ? Double(dataBytes) / Double(packets) : nil
  }

  private func rate(of count: UInt64) -> Double? {
    guard hasAllTimes, let duration, duration > 0 else { return nil }
    return Double(count) / (Double(duration) / 1_000_000_000)
  }
}

extension TimePrecision {
  /// The precision in words: "microseconds"; those between the powers of a thousand as capinfos 4.2
  /// and later, where 4.0 has the next coarser one.
  package var name: String {
    switch digits {
    case 0: "seconds"
    case 1: "deciseconds"
    case 2: "centiseconds"
    case 3: "milliseconds"
    case 4: "100 microseconds"
    case 5: "10 microseconds"
    case 6: "microseconds"
    case 7: "100 nanoseconds"
    case 8: "10 nanoseconds"
    default: "nanoseconds"
    }
  }

  /// Seconds and their fraction of a time since the Unix epoch: "1340954905.298858".
  package func text(nanoseconds: Int64) -> String {
    var fraction = nanoseconds % 1_000_000_000
    var seconds = nanoseconds / 1_000_000_000
    if fraction < 0 {
      fraction += 1_000_000_000
      seconds -= 1
    }
    guard digits > 0 else { return String(seconds) }
    let padded = String(String(fraction + 1_000_000_000).dropFirst())
    return "\(seconds).\(padded.prefix(digits))"
  }
}
