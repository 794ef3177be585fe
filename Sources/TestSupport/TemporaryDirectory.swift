#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder of its own for one test, removed with everything in it when the value goes away.
package final class TemporaryDirectory: Sendable {
  /// Absolute path of the folder.
  package let path: String

  package init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((base + "/apus-test-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileBytes.Failure(operation: "mkdtemp", path: base, errno: errno)
    }
    path = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { removeTree(path) }

  /// Absolute path of a file in the folder.
  package func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file into the folder and returns its path.
  package func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    try FileBytes.write(bytes, to: file(name))
    return file(name)
  }
}

private func removeTree(_ path: String) {
  if let stream = opendir(path) {
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      let child = path + "/" + name
      if unlink(child) != 0 { removeTree(child) }
    }
    closedir(stream)
  }
  rmdir(path)
}
