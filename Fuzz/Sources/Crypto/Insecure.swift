/// Stands in for swift-crypto's `Insecure`, so that fuzzing does not build BoringSSL.
///
/// Reports and dissectors only need some digest of the right length; a hash of its own would find
/// nothing.
package enum Insecure {
  package struct SHA1 {
    private var sum: UInt8 = 0

    package init() {}

    package static func hash(data: [UInt8]) -> [UInt8] { digest(of: data, length: 20) }

    package mutating func update(bufferPointer: UnsafeRawBufferPointer) {
      for byte in bufferPointer { sum = sum &* 31 &+ byte }
    }

    package func finalize() -> [UInt8] { [UInt8](repeating: sum, count: 20) }
  }

  package enum MD5 {
    package static func hash(data: [UInt8]) -> [UInt8] { digest(of: data, length: 16) }
  }
}

/// Bytes that are the same for the same data.
func digest(of data: [UInt8], length: Int) -> [UInt8] {
  [UInt8](repeating: data.reduce(0) { $0 &* 31 &+ $1 }, count: length)
}
