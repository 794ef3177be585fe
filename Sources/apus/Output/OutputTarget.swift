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

  /// The output would take the place of a file that is being read.
  struct ReplacesInput: Error, CustomStringConvertible {
    var path: String

    var description: String { "\(path) is read; give the output another name" }
  }

  /// Opens the target; `nil` and "-" are standard output.
  ///
  /// What is there already stays whole until `commit()`; devices and pipes are written directly.
  /// A file that is among `inputs` is refused: captures cannot be made again, and no list of names
  /// should become a report.
  init(path: String?, inputs: [String]) throws {
    guard let path, path != "-" else {
      descriptor = 1
      (self.path, temporaryPath) = (nil, nil)
      return
    }
    try Self.checkNotAmong(inputs, path)
    var facts = stat()
    let isRegular = stat(path, &facts) != 0 || facts.st_mode & S_IFMT == S_IFREG
    let opened =
      isRegular
      ? Self.create(besides: path) : (descriptor: open(path, O_WRONLY | O_CLOEXEC), path: path)
    guard opened.descriptor >= 0 else {
      throw Failure(operation: "create", path: path, errno: errno)
    }
    descriptor = opened.descriptor
    self.path = path
    temporaryPath = isRegular ? opened.path : nil
    if isRegular { Interruption.removes(opened.path) }
  }

  /// Temporary names that are tried: one that a killed run has left, or a process of the same number
  /// in another container, is not taken over.
  private static let attempts = 100

  /// Makes a file of a temporary name that nobody else has; the descriptor is -1 on failure.
  private static func create(besides path: String) -> (descriptor: Int32, path: String) {
    var name = path + ".\(getpid()).part"
    for attempt in 1...attempts {
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 || errno != EEXIST { return (descriptor, name) }
      name = path + ".\(getpid())-\(attempt).part"
    }
    return (-1, name)
  }

  /// - Throws: `ReplacesInput` if a path names a regular file that is among the inputs.
  static func checkNotAmong(_ inputs: [String], _ path: String) throws(ReplacesInput) {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return }
    if inputs.contains(where: { isFile($0, facts) }) { throw ReplacesInput(path: path) }
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
