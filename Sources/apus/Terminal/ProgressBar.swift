import Analysis

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A bar on standard error that shows how far a capture has been read; silent unless that is a
/// terminal.
final class ProgressBar {
  private let isShown: Bool
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant?
  /// Ten times a second is smooth to the eye and costs nothing.
  private static let interval: Duration = .milliseconds(100)
  private static let width = 30

  /// `sharesTerminal`: lines are written to standard output meanwhile, which a bar would tear.
  init(sharesTerminal: Bool) {
    isShown = isatty(2) == 1 && !(sharesTerminal && isatty(1) == 1)
  }

  func show(_ progress: AnalysisProgress) {
    guard isShown else { return }
    let now = clock.now
    if let last, now - last < Self.interval { return }
    last = now
    StandardError.write("\r\u{1b}[K" + Self.line(progress))
  }

  /// Takes the bar away.
  func clear() {
    guard last != nil else { return }
    StandardError.write("\r\u{1b}[K")
    last = nil
  }

  /// The bar as text: a share where the total is known, else what has been read.
  private static func line(_ progress: AnalysisProgress) -> String {
    let packets = Quantity.count(progress.packets).text + " packets"
    guard progress.bytesTotal > 0 else {
      return Quantity.bytes(progress.bytesRead).text + ", " + packets
    }
    let share = min(1, Double(progress.bytesRead) / Double(progress.bytesTotal))
    let filled = Int(share * Double(width))
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    return "[\(bar)] \(Int(share * 100)) %, \(packets)"
  }
}
