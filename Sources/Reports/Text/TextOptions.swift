#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How text for people is laid out.
package struct TextOptions: Sendable, Equatable {
  /// Columns of a page where nothing says otherwise.
  package static let defaultWidth = 80
  /// Wider lines are hard to read; narrower ones cannot hold a table.
  package static let widths = 60...120

  package var width: Int
  package var usesColour: Bool

  package init(width: Int = Self.defaultWidth, usesColour: Bool = false) {
    self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    self.usesColour = usesColour
  }

  /// The options for what a descriptor is connected to: the width of a terminal and colours on
  /// one, unless `NO_COLOR` (https://no-color.org) or `TERM=dumb` forbid them.
  package init(descriptor: Int32, environment: (String) -> String?) {
    guard isatty(descriptor) == 1 else {
      self.init()
      return
    }
    let forbidsColour = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    self.init(
      width: Self.terminalWidth(descriptor) ?? Self.defaultWidth,
      usesColour: !forbidsColour && environment("TERM") != "dumb"
    )
  }

  private static func terminalWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
