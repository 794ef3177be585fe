/// Writes packets to a pcap or pcapng file.
///
/// Records are gathered in a buffer and written whole, so that a file that is being written is
/// readable up to its last flush. With `publishes` it has a temporary name until ``finish``, and
/// nobody ever sees half of it.
package struct CaptureWriter: ~Copyable, Sendable {
  /// What the file is to be.
  package enum Format: String, Sendable, CaseIterable {
    case pcap
    case pcapNanoseconds
    case pcapng
  }

  package let format: Format
  private var output: OutputFile
  var buffer: ByteBuffer
  /// The interfaces that the file describes.
  package private(set) var interfaces: [CaptureInterface] = []
  /// Packets that were accepted.
  package private(set) var packets: UInt64 = 0
  /// Bytes that were handed to the system.
  package var bytesWritten: UInt64 { output.bytesWritten }

  /// Bytes in the buffer from which on it is written.
  private static let flushThreshold = 1 << 17

  /// Creates a file; "-" is standard output.
  ///
  /// - Parameters:
  ///   - path: where the file is to be; what was there is replaced.
  ///   - format: pcap holds one link type and one interface, pcapng any number.
  ///   - interfaces: what is known of the interfaces; at least one for pcap.
  ///   - section: program, system and comments; pcapng only.
  ///   - publishes: whether the file gets its name only when it is complete.
  /// - Throws: ``CaptureFileError`` where the file cannot be created.
  package init(
    path: String,
    format: Format,
    interfaces: [CaptureInterface],
    section: CaptureSection? = nil,
    publishes: Bool = false
  ) throws(CaptureFileError) {
    let output = try OutputFile(path: path, publishes: publishes)
    try self.init(output, format: format, interfaces: interfaces, section: section)
  }

  /// Writes to a descriptor that someone else closes.
  package init(
    descriptor: Int32,
    name: String,
    format: Format,
    interfaces: [CaptureInterface],
    section: CaptureSection? = nil
  ) throws(CaptureFileError) {
    let output = OutputFile(descriptor: descriptor, name: name)
    try self.init(output, format: format, interfaces: interfaces, section: section)
  }

  private init(
    _ output: consuming OutputFile,
    format: Format,
    interfaces: [CaptureInterface],
    section: CaptureSection?
  ) throws(CaptureFileError) {
    self.format = format
    self.output = output
    buffer = ByteBuffer(capacity: 1 << 18)
    try begin(interfaces: interfaces, section: section)
  }

  private mutating func begin(
    interfaces: [CaptureInterface],
    section: CaptureSection?
  ) throws(CaptureFileError) {
    switch format {
    case .pcap, .pcapNanoseconds:
      guard let first = interfaces.first else {
        throw .unwritable(reason: "pcap needs to know the link type")
      }
      guard interfaces.allSatisfy({ $0.linkType == first.linkType }) else {
        throw .unwritable(reason: "pcap holds one link type only")
      }
      self.interfaces = [first]
      appendPCAPHeader(first)
    case .pcapng:
      appendSectionHeader(section)
      for interface in interfaces { _ = try add(interface) }
    }
  }

  /// Describes one more interface and returns its index; pcapng only.
  package mutating func add(_ interface: CaptureInterface) throws(CaptureFileError) -> UInt32 {
    guard format == .pcapng else {
      throw .unwritable(reason: "pcap holds one interface only")
    }
    interfaces.append(interface)
    appendInterfaceDescription(interface)
    return UInt32(truncatingIfNeeded: interfaces.count - 1)
  }

  /// Writes one packet.
  ///
  /// - Parameters:
  ///   - packet: its captured bytes.
  ///   - record: time, lengths and interface; `offset` and `fileOffset` do not matter.
  ///   - comment: a comment on it; pcapng only.
  /// - Throws: ``CaptureFileError`` where the format cannot hold it or the disk does not take it.
  package mutating func write(
    _ packet: RawSpan,
    record: CaptureRecord,
    comment: String? = nil
  ) throws(CaptureFileError) {
    switch format {
    case .pcap: try appendPCAPRecord(packet, record, unit: 1_000)
    case .pcapNanoseconds: try appendPCAPRecord(packet, record, unit: 1)
    case .pcapng where isSimple(record, comment: comment): appendSimplePacket(packet, record)
    case .pcapng: try appendEnhancedPacket(packet, record, comment: comment)
    }
    packets &+= 1
    if buffer.count >= Self.flushThreshold { try flush() }
  }

  /// Hands everything to the system.
  package mutating func flush() throws(CaptureFileError) {
    guard buffer.count > 0 else { return }
    try buffer.withBytes { bytes throws(CaptureFileError) in try output.write(bytes) }
    buffer.removeAll()
  }

  /// Writes what is left, closes the file and gives it its name.
  ///
  /// - Parameter synchronises: whether to wait until the disk has it, so that a power cut cannot
  ///   take it back.
  /// - Throws: ``CaptureFileError`` where the system refuses any of it; a file that was to be
  ///   published is removed then.
  package consuming func finish(synchronises: Bool = false) throws(CaptureFileError) {
    try flush()
    try output.finish(synchronises: synchronises)
  }
}
