/// The exact format of a capture file.
package enum CaptureFormat: String, Sendable, CaseIterable {
  /// pcap with microseconds.
  case pcap
  /// pcap with nanoseconds.
  case pcapNanoseconds
  /// pcap of AIX: version 2.2, interface types of RFC 1573, nanoseconds.
  case pcapAIX
  /// pcap of Red Hat 6.1: the usual magic number, 8 more bytes in each record.
  case pcapRedHat61
  /// pcap of SuSE 6.3: Kuznetzov's magic number, 12 more bytes in each record.
  case pcapSuSE63
  /// "Modified" pcap by Alexey Kuznetzov's patches: its own magic number, 8 more bytes.
  case pcapModified
  /// pcap of Nokia devices: the usual magic number, 4 more bytes in each record.
  case pcapNokia
  case pcapng
  /// Sun snoop, RFC 1761.
  case snoop
  /// Shomiti Surveyor's dialect of snoop.
  case shomiti

  /// Short name as capinfos prints it.
  package var name: String {
    switch self {
    case .pcap: "pcap"
    case .pcapNanoseconds: "nsecpcap"
    case .pcapAIX: "aixpcap"
    case .pcapRedHat61: "rh6_1pcap"
    case .pcapSuSE63: "suse6_3pcap"
    case .pcapModified: "modpcap"
    case .pcapNokia: "nokiapcap"
    case .pcapng: "pcapng"
    case .snoop: "snoop"
    case .shomiti: "shomiti"
    }
  }
}

/// How a capture file is compressed as a whole.
package enum CaptureCompression: String, Sendable, CaseIterable {
  case gzip
  case zstd
  case lz4
}
