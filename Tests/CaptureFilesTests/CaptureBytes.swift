import CaptureFiles

/// Builds the bytes of small captures by hand.
struct CaptureBytes {
  var bytes: [UInt8] = []
  var isLittle = true

  mutating func add16(_ value: UInt16) {
    withUnsafeBytes(of: isLittle ? value.littleEndian : value.bigEndian) { bytes += $0 }
  }

  mutating func add32(_ value: UInt32) {
    withUnsafeBytes(of: isLittle ? value.littleEndian : value.bigEndian) { bytes += $0 }
  }

  mutating func add64(_ value: UInt64) {
    withUnsafeBytes(of: isLittle ? value.littleEndian : value.bigEndian) { bytes += $0 }
  }

  mutating func pad() { while bytes.count % 4 != 0 { bytes.append(0) } }

  // MARK: pcap

  mutating func pcapHeader(
    magic: UInt32 = 0xA1B2_C3D4,
    major: UInt16 = 2,
    minor: UInt16 = 4,
    snapLength: UInt32 = 65_535,
    network: UInt32 = 1
  ) {
    add32(magic)
    add16(major)
    add16(minor)
    add32(0)
    add32(0)
    add32(snapLength)
    add32(network)
  }

  mutating func pcapRecord(
    _ seconds: UInt32,
    _ fraction: UInt32,
    _ data: [UInt8],
    original: UInt32? = nil,
    extra: [UInt8] = []
  ) {
    add32(seconds)
    add32(fraction)
    add32(UInt32(data.count))
    add32(original ?? UInt32(data.count))
    bytes += extra
    bytes += data
  }

  /// A pcap file of packets that have 40 bytes and a second between them.
  static func pcap(packets: Int, isLittle: Bool = true) -> [UInt8] {
    var file = CaptureBytes(isLittle: isLittle)
    file.pcapHeader()
    for index in 0..<packets {
      let data = [UInt8](repeating: 0x41 &+ UInt8(truncatingIfNeeded: index), count: 40)
      file.pcapRecord(1_600_000_000 + UInt32(index), 250_000, data)
    }
    return file.bytes
  }

  // MARK: pcapng

  mutating func block(_ type: UInt32, _ body: (inout CaptureBytes) -> Void) {
    var inner = CaptureBytes(isLittle: isLittle)
    body(&inner)
    inner.pad()
    add32(type)
    add32(UInt32(inner.bytes.count + 12))
    bytes += inner.bytes
    add32(UInt32(inner.bytes.count + 12))
  }

  mutating func option(_ code: UInt16, _ value: [UInt8]) {
    add16(code)
    add16(UInt16(value.count))
    bytes += value
    pad()
  }

  mutating func section(minor: UInt16 = 0, _ options: (inout CaptureBytes) -> Void = { _ in }) {
    block(0x0A0D_0D0A) { body in
      body.add32(0x1A2B_3C4D)
      body.add16(1)
      body.add16(minor)
      body.add64(.max)
      options(&body)
    }
  }

  mutating func interface(
    linkType: UInt16 = 1,
    snapLength: UInt32 = 0,
    _ options: (inout CaptureBytes) -> Void = { _ in }
  ) {
    block(1) { body in
      body.add16(linkType)
      body.add16(0)
      body.add32(snapLength)
      options(&body)
    }
  }

  mutating func enhanced(
    interface: UInt32 = 0,
    time: UInt64,
    _ data: [UInt8],
    original: UInt32? = nil,
    _ options: (inout CaptureBytes) -> Void = { _ in }
  ) {
    block(6) { body in
      body.add32(interface)
      body.add32(UInt32(time >> 32))
      body.add32(UInt32(truncatingIfNeeded: time))
      body.add32(UInt32(data.count))
      body.add32(original ?? UInt32(data.count))
      body.bytes += data
      body.pad()
      options(&body)
    }
  }

  /// A pcapng file of packets that have 40 bytes and a second between them.
  static func pcapng(packets: Int, isLittle: Bool = true) -> [UInt8] {
    var file = CaptureBytes(isLittle: isLittle)
    file.section()
    file.interface()
    for index in 0..<packets {
      let data = [UInt8](repeating: 0x41 &+ UInt8(truncatingIfNeeded: index), count: 40)
      file.enhanced(time: (1_600_000_000 + UInt64(index)) * 1_000_000, data)
    }
    return file.bytes
  }
}

/// A packet with its bytes, as tests compare them.
struct ReadPacket: Equatable {
  var data: [UInt8]
  var originalLength: UInt32
  var nanoseconds: Int64
  var interface: UInt32
  var linkType: UInt16
}

/// Everything that a source yields.
struct ReadCapture {
  var packets: [ReadPacket] = []
  var records: [CaptureRecord] = []
  var facts: CaptureFacts
  /// The largest capacity that the buffer reached.
  var largestBuffer = 0

  init(_ bytes: [UInt8], piece: Int = .max, limits: CaptureLimits = CaptureLimits()) throws {
    var reader = try CaptureReader(bytes: bytes, piece: piece, limits: limits)
    facts = reader.facts
    try read(&reader)
  }

  init(path: String, limits: CaptureLimits = CaptureLimits()) throws {
    var reader = try CaptureReader(path: path, limits: limits)
    facts = reader.facts
    try read(&reader)
  }

  init(merging paths: [String]) throws {
    var reader = try MergedReader(paths: paths)
    facts = reader.facts
    try read(&reader)
  }

  private mutating func read<Source: RecordSource & ~Copyable>(_ source: inout Source) throws {
    var batch = RecordBatch()
    while try source.read(into: &batch) {
      records += batch.records
      for record in batch.records {
        let range = record.offset..<record.offset + Int(record.capturedLength)
        packets.append(
          ReadPacket(
            data: batch.withBytes { span in
              span.extracting(range).withUnsafeBytes { Array($0) }
            },
            originalLength: record.originalLength,
            nanoseconds: record.nanoseconds,
            interface: record.interface,
            linkType: record.linkType
          )
        )
      }
    }
    facts = source.facts
    largestBuffer = batch.capacity
  }
}
