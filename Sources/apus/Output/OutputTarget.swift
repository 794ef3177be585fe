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

  /// The output would take the place of a capture that is being read.
  struct ReplacesInput: Error, CustomStringConvertible {
    var path: String

    var description: String { "\(path) is read; give the output another name" }
  }

  /// Opens the target; `nil` and "-" are standard output.
  ///
  /// What is there already stays whole until `commit()`; devices and pipes are written directly.
  /// A file that is among `inputs` is refused: captures cannot be made again.
  init(path: String?, inputs: [String]) throws {
    guard let path, path != "-" else {
      descriptor = 1
      (self.path, temporaryPath) = (nil, nil)
      return
    }
    var facts = stat()
    let exists = stat(path, &facts) == 0
    let isRegular = !exists || facts.st_mode & S_IFMT == S_IFREG
    if exists, isRegular, inputs.contains(where: { Self.isFile($0, facts) }) {
      throw ReplacesInput(path: path)
    }
    let opened = isRegular ? path + ".\(getpid()).part" : path
    let flags = isRegular ? O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC : O_WRONLY | O_CLOEXEC
    let descriptor = open(opened, flags, 0o666)
    guard descriptor >= 0 else { throw Failure(operation: "create", path: path, errno: errno) }
    self.descriptor = descriptor
    self.path = path
    temporaryPath = isRegular ? opened : nil
    if isRegular { Interruption.removes(opened) }
  }

  /// Whether a path names the file, by whatever links.
  private static func isFile(_ path: String, _ facts: stat) -> Bool {
    var other = stat()
    let status = path == "-" ? fstat(0, &other) : stat(path, &other)
    return status == 0 && other.st_dev == facts.st_dev && other.st_ino == facts.st_ino
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
