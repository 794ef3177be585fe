import ArgumentParser
import CaptureFiles

/// The format of a slice.
enum SliceFormat: String, CaseIterable, ExpressibleByArgument {
  case pcap
  case pcapng

  /// The format that a file's name asks for; pcapng unless it is `.pcap` or `.cap`, because it
  /// loses nothing.
  init(path: String) {
    self = path.hasSuffix(".pcap") || path.hasSuffix(".cap") ? .pcap : .pcapng
  }

  /// The writer's format; pcap keeps nanoseconds where the capture has them.
  func writerFormat(precision: TimePrecision) -> CaptureWriter.Format {
    switch self {
    case .pcapng: .pcapng
    case .pcap: precision.digits > 6 ? .pcapNanoseconds : .pcap
    }
  }
}
