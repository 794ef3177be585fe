import Reports

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The folder of `--zeek-logs`: made if it is not there; its files get their names when all are
/// complete, and then no log of an earlier run is left beside them.
///
/// Logs of somebody else are not replaced, nor taken away: a folder that has some is refused. Those of
/// an earlier run are known by a hidden file beside them, because a log of JSON has no place for a mark.
final class ZeekLogFolder {
  private static let mark = ".apus-logs"

  private let path: String
  private let inputs: [String]
  /// Whether this run has made the folder, and has not completed its files.
  private var isTentative: Bool
  private var targets: [ZeekLogName: OutputTarget] = [:]

  /// Another output names a log of the folder, so that two outputs would write the same file.
  struct SameFile: Error, CustomStringConvertible {
    var path: String

    var description: String { "\(path) is a log of --zeek-logs; give the output another name" }
  }

  /// The folder holds logs that are not of an earlier run.
  struct Foreign: Error, CustomStringConvertible {
    var path: String

    var description: String {
      "\(path) was not written by apus; give --zeek-logs another folder"
    }
  }

  /// - Throws: `OutputTarget.Failure` where there can be no such folder,
  ///   `OutputTarget.ReplacesInput` where an input has the name of a log in it, `SameFile` where
  ///   one of `outputs` has, `Foreign` where somebody else's log has.
  init(path: String, inputs: [String], outputs: [String]) throws {
    self.path = path
    self.inputs = inputs
    let status = mkdir(path, 0o777)
    let code = errno
    isTentative = status == 0
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
      throw OutputTarget.Failure(
        operation: "create folder",
        path: path,
        errno: status == 0 ? errno : code
      )
    }
    for output in outputs where Self.isLog(output, in: facts) { throw SameFile(path: output) }
    for log in ZeekLogName.allCases {
      try OutputTarget.checkNotAmong(inputs, file(of: log))
    }
    try checkOwnership()
  }

  deinit {
    guard isTentative else { return }
    // Their unfinished files go first.
    targets = [:]
    rmdir(path)
  }

  /// A file for a log.
  func open(_ log: ZeekLogName) throws -> ByteWriter {
    let target = try OutputTarget(path: file(of: log), inputs: inputs)
    targets[log] = target
    return ByteWriter(descriptor: target.descriptor)
  }

  /// Gives all files their names, and takes away the logs of an earlier run that this one has no
  /// lines for: beside the others they would be taken for logs of the same capture.
  func commit() throws {
    try putMark()
    isTentative = false
    for target in targets.values { try target.commit() }
    for log in ZeekLogName.allCases where targets[log] == nil { try removeFile(file(of: log)) }
  }

  private func file(of log: ZeekLogName) -> String { "\(path)/\(log.fileName)" }

  private func checkOwnership() throws(Foreign) {
    var facts = stat()
    guard lstat("\(path)/\(Self.mark)", &facts) != 0 else { return }
    for log in ZeekLogName.allCases where lstat(file(of: log), &facts) == 0 {
      throw Foreign(path: file(of: log))
    }
  }

  private func putMark() throws(OutputTarget.Failure) {
    let name = "\(path)/\(Self.mark)"
    let descriptor = creat(name, 0o666)
    guard descriptor >= 0, close(descriptor) == 0 else {
      throw OutputTarget.Failure(operation: "create", path: name, errno: errno)
    }
  }

  private func removeFile(_ path: String) throws(OutputTarget.Failure) {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return }
    guard unlink(path) != 0 else { return }
    throw OutputTarget.Failure(operation: "remove", path: path, errno: errno)
  }

  /// Whether a path has the name of a log and is in the folder, by whatever links.
  private static func isLog(_ path: String, in folder: stat) -> Bool {
    let slash = path.lastIndex(of: "/")
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    var facts = stat()
    // Upper and lower case may be the same to a file system.
    return ZeekLogName.allCases.contains { $0.fileName == name.lowercased() }
      && stat(parent, &facts) == 0 && facts.st_dev == folder.st_dev
      && facts.st_ino == folder.st_ino
  }
}
