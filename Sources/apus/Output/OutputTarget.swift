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

  /// Two outputs would take each other's place.
  struct WrittenTwice: Error, CustomStringConvertible {
    var path: String

    var description: String { "\(path) is another output, too; give each a name of its own" }
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
    guard !path.isEmpty else {
      throw Failure(operation: "create", path: "a file without a name", errno: ENOENT)
    }
    try Self.checkNotAmong(inputs, path)
    var facts = stat()
    let exists = stat(path, &facts) == 0
    if exists, Self.isStandardOutput(facts) {
      // By another name: /dev/stdout, or the file that the shell has opened.
      descriptor = 1
      (self.path, temporaryPath) = (nil, nil)
      return
    }
    let opened: (descriptor: Int32, path: String)
    if exists, facts.st_mode & S_IFMT != S_IFREG {
      opened = (open(path, O_WRONLY | O_CLOEXEC), path)
      (self.path, temporaryPath) = (path, nil)
    } else {
      // A link stays one: what it leads to is replaced. One that leads nowhere is an error, because
      // who made it may be somebody else.
      guard let place = Self.resolved(path) else { throw Self.failure(path) }
      opened = Self.create(besides: place, replacing: exists ? facts : nil)
      (self.path, temporaryPath) = (place, opened.path)
    }
    guard opened.descriptor >= 0 else { throw Self.failure(path) }
    descriptor = opened.descriptor
    if let temporaryPath { Interruption.removes(temporaryPath) }
  }

  /// Why there can be no such file, by the error of the last system call.
  private static func failure(_ path: String) -> Failure {
    Failure(operation: "create", path: path, errno: errno)
  }

  /// Whether both write to one file, which need not be there yet.
  func isSameFile(as other: OutputTarget) -> Bool {
    guard let path, let otherPath = other.path else { return false }
    return Self.place(path) == Self.place(otherPath)
  }

  /// A path with its folder's own name.
  private static func place(_ path: String) -> String {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    return (resolved(folder) ?? folder) + "/" + name
  }

  private static func isStandardOutput(_ facts: stat) -> Bool {
    var other = stat()
    return fstat(1, &other) == 0 && other.st_dev == facts.st_dev && other.st_ino == facts.st_ino
  }

  /// The path without links; one where nothing is stays as it is.
  private static func resolved(_ path: String) -> String? {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return path }
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Temporary names that are tried: one that a killed run has left, or a process of the same number
  /// in another container, is not taken over.
  private static let attempts = 100

  /// Makes a file of a temporary name that nobody else has; the descriptor is -1 on failure.
  ///
  /// It may be read by whoever may read the file that it will replace: what a capture tells can be as
  /// confidential as the capture.
  private static func create(
    besides path: String,
    replacing old: stat?
  ) -> (descriptor: Int32, path: String) {
    var name = path + ".\(getpid()).part"
    for attempt in 1...attempts {
      let mode: mode_t = old == nil ? 0o666 : 0o600
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0, let old {
        // Only root can give a file away; that it stays ours is no error.
        _ = fchown(descriptor, old.st_uid, old.st_gid)
        _ = fchmod(descriptor, old.st_mode & 0o777)
      }
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
