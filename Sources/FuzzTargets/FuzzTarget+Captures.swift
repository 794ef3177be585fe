import CaptureFiles

extension FuzzTarget {
  func runCaptures(_ bytes: [UInt8]) { CaptureReader.readEverything(in: bytes) }

  /// Without the magic bytes most mutations would only be refused.
  func runCompression(_ bytes: [UInt8]) {
    guard let choice = bytes.first else { return }
    let magics: [[UInt8]] = [
      [0x1f, 0x8b, 8, 0], [0x28, 0xb5, 0x2f, 0xfd], [0x04, 0x22, 0x4d, 0x18],
    ]
    CaptureReader.readEverything(in: magics[Int(choice) % magics.count] + bytes.dropFirst())
  }
}
