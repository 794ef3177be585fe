/// A file being written: its descriptor, and the name that it gets in the end.
struct OutputFile: ~Copyable, Sendable {
  /// Path for messages, and the name that the file gets in the end.
  let path: String
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let temporaryPath: String?
  private var isClosed = false
  /// Bytes that were handed to the system.
  private(set) var bytesWritten: UInt64 = 0

  /// Creates or replaces a file; "-" is standard output.
  init(path: String, publishes: Bool) throws(CaptureFileError) {
    if path == "-" {
      self.init(descriptor: 1, name: path)
      return
    }
    let temporaryPath = publishes ? path + ".part" : nil
    let name = temporaryPath ?? path
    switch SystemCalls.openForWriting(name) {
    case .success(let opened):
      self.init(path: path, descriptor: opened, owns: true, temporaryPath: temporaryPath)
    case .failure(let failure):
      throw .system(operation: .open, path: name, errno: failure.errno)
    }
  }

  /// Writes to a descriptor that someone else closes.
  init(descriptor: Int32, name: String) {
    self.init(path: name, descriptor: descriptor, owns: false, temporaryPath: nil)
  }

  private init(path: String, descriptor: Int32, owns: Bool, temporaryPath: String?) {
    self.path = path
    self.descriptor = descriptor
    ownsDescriptor = owns
    self.temporaryPath = temporaryPath
  }

  deinit {
    guard ownsDescriptor, !isClosed else { return }
    _ = SystemCalls.closeFile(descriptor)
    if let temporaryPath { SystemCalls.removeFile(temporaryPath) }
  }

  /// Writes every byte; where that fails, what the file already had stays whole.
  mutating func write(_ bytes: RawSpan) throws(CaptureFileError) {
    let result = bytes.withUnsafeBytes { SystemCalls.writeAll(descriptor, $0) }
    if case .failure(let failure) = result {
      // A record that was cut short by a full disk would look like damage.
      if ownsDescriptor { SystemCalls.truncate(descriptor, to: bytesWritten) }
      throw .system(operation: .write, path: path, errno: failure.errno)
    }
    bytesWritten &+= UInt64(bytes.byteCount)
  }

  /// Closes the file and gives it its name.
  mutating func finish(synchronises: Bool) throws(CaptureFileError) {
    if synchronises, case .failure(let failure) = SystemCalls.synchronise(descriptor) {
      throw .system(operation: .synchronise, path: path, errno: failure.errno)
    }
    guard ownsDescriptor, !isClosed else { return }
    isClosed = true
    if case .failure(let failure) = SystemCalls.closeFile(descriptor) {
      if let temporaryPath { SystemCalls.removeFile(temporaryPath) }
      throw .system(operation: .close, path: path, errno: failure.errno)
    }
    guard let temporaryPath else { return }
    if case .failure(let failure) = SystemCalls.renameFile(temporaryPath, to: path) {
      SystemCalls.removeFile(temporaryPath)
      throw .system(operation: .rename, path: path, errno: failure.errno)
    }
  }
}
