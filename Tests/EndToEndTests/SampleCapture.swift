import CaptureFiles
import TestSupport

/// Small captures made on the spot.
struct SampleCapture {
  let directory: TemporaryDirectory
  let path: String

  /// A refused connection: SYN and RST, one millisecond apart.
  static func refused(
    _ name: String = "refused.pcap",
    format: CaptureWriter.Format = .pcap,
    port: UInt16 = 40_000
  ) throws -> SampleCapture {
    try SampleCapture(
      name,
      format: format,
      linkTypes: [101],
      [
        (
          0, TCPFrame.raw(from: (1, port), to: (2, 80), sequence: 1, acknowledgment: 0, flags: 0x02)
        ),
        (
          0, TCPFrame.raw(from: (2, 80), to: (1, port), sequence: 0, acknowledgment: 2, flags: 0x14)
        ),
      ]
    )
  }

  /// A lonely SYN on each of two interfaces, one raw IP and one with an Ethernet header.
  static func mixed() throws -> SampleCapture {
    let syn = TCPFrame.raw(
      from: (1, 40_001),
      to: (2, 81),
      sequence: 1,
      acknowledgment: 0,
      flags: 0x02
    )
    return try SampleCapture(
      "mixed.pcapng",
      format: .pcapng,
      linkTypes: [101, 1],
      [
        (0, syn), (1, [UInt8](repeating: 0, count: 12) + [8, 0] + syn),
      ]
    )
  }

  /// Two SYNs, the second one without a time.
  static func withoutTime() throws -> SampleCapture {
    let syn = TCPFrame.raw(
      from: (1, 40_001),
      to: (2, 81),
      sequence: 1,
      acknowledgment: 0,
      flags: 0x02
    )
    let packets: [(interface: UInt32, bytes: [UInt8])] = [(0, syn), (0, syn)]
    return try SampleCapture("timeless.pcapng", format: .pcapng, linkTypes: [101], packets) {
      $0 == 0
    }
  }

  /// `hasTime` says by its number whether a packet has a time.
  init(
    _ name: String,
    format: CaptureWriter.Format,
    linkTypes: [UInt16],
    _ packets: [(interface: UInt32, bytes: [UInt8])],
    hasTime: (Int) -> Bool = { _ in true }
  ) throws {
    directory = try TemporaryDirectory()
    path = directory.file(name)
    let interfaces = linkTypes.enumerated().map { index, linkType in
      var interface = CaptureInterface(
        index: index,
        section: 0,
        linkType: linkType,
        snapLength: 0,
        precision: .microseconds
      )
      interface.name = "port\(index)"
      return interface
    }
    var writer = try CaptureWriter(path: path, format: format, interfaces: interfaces)
    for (number, packet) in packets.enumerated() {
      let length = UInt32(packet.bytes.count)
      let record = CaptureRecord(
        offset: 0,
        capturedLength: length,
        originalLength: length,
        nanoseconds: 1_700_000_000_000_000_000 + Int64(number) * 1_000_000,
        interface: packet.interface,
        linkType: linkTypes[Int(packet.interface)],
        fileOffset: 0,
        hasTime: hasTime(number)
      )
      try writer.write(packet.bytes.span.bytes, record: record)
    }
    try writer.finish()
  }
}
