#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The text of an error number of the system.
func systemErrorText(_ number: Int32) -> String {
  strerror(number).map { String(cString: $0) } ?? "error \(number)"
}

/// The calls of the system that reading and writing need, with interruptions repeated.
enum SystemCalls {
  /// Opens a file for reading; the error number where that fails.
  static func openForReading(_ path: String) -> Result<Int32, SystemFailure> {
    while true {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      if descriptor >= 0 { return .success(descriptor) }
      guard errno == EINTR else { return .failure(SystemFailure(errno: errno)) }
    }
  }

  /// Creates or empties a file for writing.
  static func openForWriting(_ path: String) -> Result<Int32, SystemFailure> {
    while true {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      if descriptor >= 0 { return .success(descriptor) }
      guard errno == EINTR else { return .failure(SystemFailure(errno: errno)) }
    }
  }

  /// Reads what is there, at most the size of the buffer; 0 at the end.
  static func readSome(
    _ descriptor: Int32,
    into buffer: UnsafeMutableRawBufferPointer
  ) -> Result<Int, SystemFailure> {
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return .success(count) }
      guard errno == EINTR else { return .failure(SystemFailure(errno: errno)) }
    }
  }

  /// Writes every byte.
  static func writeAll(
    _ descriptor: Int32,
    _ bytes: UnsafeRawBufferPointer
  ) -> Result<Void, SystemFailure> {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = write(descriptor, part.baseAddress, part.count)
      if count < 0 {
        guard errno == EINTR else { return .failure(SystemFailure(errno: errno)) }
      } else {
        rest = rest.dropFirst(count)
      }
    }
    return .success(())
  }

  /// Size of a regular file; nil for pipes, terminals and devices.
  static func size(of descriptor: Int32) -> UInt64? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return UInt64(exactly: status.st_size)
  }

  /// Tells the kernel that a file will be read from front to back; only a hint.
  static func expectSequentialReading(_ descriptor: Int32) {
    #if canImport(Glibc)
    _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    #endif
  }

  /// Cuts a file off; where that is impossible it stays as it is.
  static func truncate(_ descriptor: Int32, to size: UInt64) {
    guard let size = off_t(exactly: size) else { return }
    _ = ftruncate(descriptor, size)
  }

  /// Puts what was written onto the disk.
  static func synchronise(_ descriptor: Int32) -> Result<Void, SystemFailure> {
    fsync(descriptor) == 0 ? .success(()) : .failure(SystemFailure(errno: errno))
  }

  /// Gives a file its final name, replacing what was there.
  static func renameFile(_ from: String, to: String) -> Result<Void, SystemFailure> {
    rename(from, to) == 0 ? .success(()) : .failure(SystemFailure(errno: errno))
  }

  /// Removes a file; that it is gone already is no failure.
  static func removeFile(_ path: String) { _ = unlink(path) }

  /// Closes a descriptor; the error is that of the last delayed write.
  static func closeFile(_ descriptor: Int32) -> Result<Void, SystemFailure> {
    close(descriptor) == 0 ? .success(()) : .failure(SystemFailure(errno: errno))
  }
}

/// An error number of the system.
struct SystemFailure: Error { var errno: Int32 }
