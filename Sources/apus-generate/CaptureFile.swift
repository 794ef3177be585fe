#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file being written, closed when it goes.
struct CaptureFile: ~Copyable {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let descriptor: Int32
  private let path: String

  init(creating path: String) throws(Failure) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    self.path = path
    guard descriptor >= 0 else {
      throw Failure(description: "cannot create \(path): \(Self.reason)")
    }
  }

  deinit {
    close(descriptor)
  }

  borrowing func write(_ bytes: [UInt8]) throws(Failure) {
    var remaining = bytes[...]
    while !remaining.isEmpty {
      let count = remaining.withUnsafeBytes { buffer in
        apusWrite(descriptor, buffer)
      }
      guard count > 0 else { throw Failure(description: "cannot write \(path): \(Self.reason)") }
      remaining = remaining.dropFirst(count)
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }
}

/// `write(2)`, whose name the method above would hide.
private func apusWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  write(descriptor, buffer.baseAddress, buffer.count)
}
