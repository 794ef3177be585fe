#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// `write(2)` until every byte is out, with errors as values.
///
/// A closed pipe raises SIGPIPE first; programs ignore that signal so that `EPIPE` arrives here.
enum SystemWrite {
  static func all(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(OutputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let written = write(descriptor, piece.baseAddress, piece.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitUntilWritable(descriptor)
      case EPIPE: throw .closedByReader
      case ENOSPC, EDQUOT: throw .deviceFull
      default: throw .system(errno: errno)
      }
    }
  }

  /// A terminal or pipe may have been left in non-blocking mode by another program.
  private static func waitUntilWritable(_ descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }
}
