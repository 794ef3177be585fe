/// Why a capture file could not be opened, read or written at all.
///
/// Damage inside a capture is not an error but a fact: see ``CaptureDamage``.
package enum CaptureFileError: Error, Equatable, Sendable {
  /// The system refused an operation on the file.
  case system(operation: SystemOperation, path: String, errno: Int32)
  /// There is not one byte in the file.
  case empty(path: String)
  /// The first bytes belong to no format that is known here.
  case notACapture(path: String, firstBytes: [UInt8])
  /// The format is known, this version or variant of it is not.
  case unsupported(path: String, reason: String)
  /// A packet cannot be written in this format.
  case unwritable(reason: String)

  /// What was asked of the system.
  package enum SystemOperation: String, Sendable {
    case open
    case read
    case write
    case rename
    case synchronise
    case close
  }
}

extension CaptureFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .system(let operation, let path, let errno):
      "cannot \(operation.rawValue) \(path): \(systemErrorText(errno))"
    case .empty(let path):
      "\(path) is empty"
    case .notACapture(let path, let firstBytes):
      firstBytes.count < 4
        ? "\(path) is too short to be a capture file (\(firstBytes.count) bytes)"
        : "\(path) is not a capture file: it starts with \(hexadecimal(firstBytes))"
    case .unsupported(let path, let reason):
      "\(path) cannot be read: \(reason)"
    case .unwritable(let reason):
      "cannot write the packet: \(reason)"
    }
  }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { byte in
    let text = String(byte, radix: 16)
    return text.count == 1 ? "0" + text : text
  }.joined(separator: " ")
}
