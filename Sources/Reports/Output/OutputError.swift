/// Why output could not be written.
package enum OutputError: Error, Equatable, Sendable {
  /// The reader of a pipe or socket went away (`EPIPE`): nobody wants more; not a failure of ours.
  case closedByReader
  /// No room left on the device, or a quota is used up (`ENOSPC`, `EDQUOT`).
  case deviceFull
  /// Any other failure of `write(2)`, with its `errno`.
  case system(errno: Int32)
}
