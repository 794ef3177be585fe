/// What is known of a capture apart from its packets.
package struct CaptureFacts: Equatable, Sendable {
  /// Whether packets follow each other in time.
  package enum TimeOrder: String, Sendable {
    case ordered
    case unordered
    /// Some packet has no time, and those that have one are in order.
    case unknown
  }

  /// Path, or "-" for standard input; names joined by a space where several files were merged.
  package var name: String
  package var format: CaptureFormat = .pcap
  /// Byte order of the file, or of its first section.
  package var byteOrder: ByteOrder = .little
  package var compression: CaptureCompression?
  /// Snapshot length of the file's header; 0 where it has none.
  package var snapLength: UInt32 = 0
  /// Bytes of the file on disk; bytes read so far where it is a pipe.
  package var fileSize: UInt64 = 0
  /// Bytes of the file after decompression that were read.
  package var bytesRead: UInt64 = 0

  package var packets: UInt64 = 0
  /// How many of the packets were found behind damage.
  package var recoveredPackets: UInt64 = 0
  /// Bytes that the packets had on the wire, as the file says.
  package var dataBytes: UInt64 = 0
  /// Bytes of the packets in the file.
  package var capturedBytes: UInt64 = 0
  /// Captured lengths of packets that were cut short: the shortest and the longest.
  package var cutLengths: ClosedRange<UInt32>?
  /// Packets that the file calls shorter on the wire than they are in it.
  package var packetsBelowCapturedLength: UInt64 = 0

  /// Time of the first packet in the file, in nanoseconds since the Unix epoch.
  package var firstTime: Int64?
  package var lastTime: Int64?
  package var earliestTime: Int64?
  package var latestTime: Int64?
  package var timeOrder: TimeOrder = .ordered
  package var packetsWithoutTime: UInt64 = 0

  package var sections: [CaptureSection] = []
  package var interfaces: [CaptureInterface] = []
  /// Interfaces that exceeded the limit; packets of theirs are damage.
  package var interfacesRefused: UInt64 = 0
  package var names: [CaptureName] = []
  package var secrets: [CaptureSecrets] = []
  package var packetComments: [CapturePacketComment] = []
  /// Packets that the capturing system dropped, as single packets say (`epb_dropcount`).
  package var droppedBeforePackets: UInt64 = 0
  /// Blocks that hold no packets and are not otherwise used, by type.
  package var skippedBlocks: [UInt32: UInt64] = [:]
  /// Texts, names and secrets that exceeded the limits and were not kept.
  package var metadataRefused: UInt64 = 0
  package var damage: [CaptureDamage] = []
  /// Damages beyond the limit of those that are described.
  package var furtherDamage: UInt64 = 0

  package init(name: String) { self.name = name }
}

extension CaptureFacts {
  /// Seconds between the earliest and the latest packet, in nanoseconds.
  package var duration: Int64? {
    guard let earliestTime, let latestTime else { return nil }
    let (difference, overflow) = latestTime.subtractingReportingOverflow(earliestTime)
    return overflow ? .max : difference
  }

  /// Hardware, operating system and application of the first section.
  package var hardware: String? { sections.first?.hardware }
  package var operatingSystem: String? { sections.first?.operatingSystem }
  package var application: String? { sections.first?.application }
  /// Comments of all sections.
  package var comments: [String] { sections.flatMap(\.comments) }

  /// The finest precision of any interface.
  package var precision: TimePrecision {
    interfaces.map(\.precision).max { $0.digits < $1.digits } ?? .microseconds
  }
}
