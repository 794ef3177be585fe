#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads a small file at once.
enum WholeFile {
  /// The IEEE's lists have some megabytes; more is not read.
  static let limit = 64 << 20

  static func bytes(of path: String) throws(NamesError) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw error(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    guard ferror(file) == 0 else { throw error(path) }
    return bytes
  }

  static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

  private static func error(_ path: String) -> NamesError {
    .unreadable(path: path, reason: String(cString: strerror(errno)))
  }
}
