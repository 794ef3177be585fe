package import CaptureFiles

extension TimePrecision {
  /// The precision in words, as capinfos prints it.
  package var name: String {
    switch digits {
    case 0: "seconds"
    case 1: "deciseconds"
    case 2: "centiseconds"
    case 3: "milliseconds"
    case 6: "microseconds"
    case 9: "nanoseconds"
    default: "10^-\(digits) seconds"
    }
  }
}
