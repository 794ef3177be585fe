#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Whole files as bytes, for tests.
package enum FileBytes {
  /// An operation of the system that failed, with its `errno`.
  package struct Failure: Error, CustomStringConvertible {
    package var operation: String
    package var path: String
    package var errno: Int32
    package var description: String { "\(operation) \(path): errno \(errno)" }
  }

  /// Whether something is at the path.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Every byte of the file.
  package static func read(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(operation: "open", path: path, errno: errno) }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { systemRead(descriptor, $0) }
      guard count >= 0 else { throw Failure(operation: "read", path: path, errno: errno) }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Creates or replaces the file.
  package static func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(operation: "open", path: path, errno: errno) }
    defer { _ = close(descriptor) }
    let all = Array(bytes)
    var done = 0
    while done < all.count {
      let count = all[done...].withUnsafeBytes { systemWrite(descriptor, $0) }
      guard count > 0 else { throw Failure(operation: "write", path: path, errno: errno) }
      done += count
    }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  write(descriptor, buffer.baseAddress, buffer.count)
}
