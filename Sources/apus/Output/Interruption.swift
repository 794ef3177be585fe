#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Removes the unfinished output files when a signal ends the program.
enum Interruption {
  /// A file to remove, and those that were named before it.
  private struct Entry {
    var path: UnsafeMutablePointer<CChar>?
    var next: UnsafeMutablePointer<Entry>?
  }

  /// The file named last.
  ///
  /// Set when it is complete, and never freed: a signal may come at any time.
  nonisolated(unsafe) private static var entries: UnsafeMutablePointer<Entry>?

  /// From now on a signal that ends the program removes this file first.
  static func removes(_ path: String) {
    let entry = UnsafeMutablePointer<Entry>.allocate(capacity: 1)
    entry.initialize(to: Entry(path: strdup(path), next: entries))
    entries = entry
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // What the parent has chosen to ignore, as nohup does, stays ignored.
      let before = unsafeBitCast(signal(number, handler), to: Int.self)
      if before == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
    }
  }

  /// Only what POSIX allows in a handler; the program then ends by the signal itself, so that
  /// shells see why.
  private static let handler: @convention(c) (Int32) -> Void = { number in
    var entry = Interruption.entries
    while let file = entry {
      if let path = file.pointee.path { unlink(path) }
      entry = file.pointee.next
    }
    signal(number, SIG_DFL)
    raise(number)
  }
}
