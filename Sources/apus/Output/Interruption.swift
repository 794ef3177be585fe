#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Removes the unfinished output file when a signal ends the program.
enum Interruption {
  /// The file to remove.
  ///
  /// Set before the handler is, and never freed: a signal may come at any time.
  nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?

  /// From now on a signal that ends the program removes this file first.
  static func removes(_ path: String) {
    Self.path = strdup(path)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // What the parent has chosen to ignore, as nohup does, stays ignored.
      let before = unsafeBitCast(signal(number, handler), to: Int.self)
      if before == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
    }
  }

  /// Only what POSIX allows in a handler; the program then ends by the signal itself, so that
  /// shells see why.
  private static let handler: @convention(c) (Int32) -> Void = { number in
    if let path = Interruption.path { unlink(path) }
    signal(number, SIG_DFL)
    raise(number)
  }
}
