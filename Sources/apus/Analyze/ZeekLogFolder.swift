import Reports

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The folder of `--zeek-logs`: made if it is not there; its files get their names when all are
/// complete.
final class ZeekLogFolder {
  private let path: String
  private let inputs: [String]
  private var targets: [OutputTarget] = []

  /// - Throws: `OutputTarget.Failure` where there can be no such folder.
  init(path: String, inputs: [String]) throws {
    self.path = path
    self.inputs = inputs
    guard mkdir(path, 0o777) != 0 else { return }
    let code = errno
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
      throw OutputTarget.Failure(operation: "create folder", path: path, errno: code)
    }
  }

  /// A file for a log.
  func open(_ log: ZeekLogName) throws -> ByteWriter {
    let target = try OutputTarget(path: "\(path)/\(log.fileName)", inputs: inputs)
    targets.append(target)
    return ByteWriter(descriptor: target.descriptor)
  }

  /// Gives all files their names.
  func commit() throws {
    for target in targets { try target.commit() }
  }
}
