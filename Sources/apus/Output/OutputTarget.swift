#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Where a command writes: standard output, or a file that gets its name only when it is complete.
final class OutputTarget {
  let descriptor: Int32
  private let path: String?
  private let temporaryPath: String?
  private var isCommitted = false

  /// Why a file could not be made; in words.
  struct Failure: Error, CustomStringConvertible {
    var operation: String
    var path: String
    var errno: Int32

    var description: String { "cannot \(operation) \(path): \(String(cString: strerror(errno)))" }
  }

  /// Opens the target; `nil` and "-" are standard output.
  ///
  /// What is there already stays whole until `commit()`; devices and pipes are written directly.
  init(path: String?) throws(Failure) {
    guard let path, path != "-" else {
      descriptor = 1
      (self.path, temporaryPath) = (nil, nil)
      return
    }
    var facts = stat()
    let exists = stat(path, &facts) == 0
    let isRegular = !exists || facts.st_mode & S_IFMT == S_IFREG
    let opened = isRegular ? path + ".\(getpid()).part" : path
    let flags = isRegular ? O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC : O_WRONLY | O_CLOEXEC
    let descriptor = open(opened, flags, 0o666)
    guard descriptor >= 0 else { throw Failure(operation: "create", path: path, errno: errno) }
    self.descriptor = descriptor
    self.path = path
    temporaryPath = isRegular ? opened : nil
  }

  deinit {
    guard path != nil else { return }
    if !isCommitted {
      close(descriptor)
      if let temporaryPath { unlink(temporaryPath) }
    }
  }

  /// Closes a complete file and gives it its name.
  func commit() throws(Failure) {
    guard let path else { return }
    isCommitted = true
    // Some file systems report a full disk only here.
    guard close(descriptor) == 0 else {
      let code = errno
      if let temporaryPath { unlink(temporaryPath) }
      throw Failure(operation: "write", path: path, errno: code)
    }
    guard let temporaryPath, rename(temporaryPath, path) != 0 else { return }
    let code = errno
    unlink(temporaryPath)
    throw Failure(operation: "create", path: path, errno: code)
  }
}
