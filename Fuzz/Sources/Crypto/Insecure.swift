/// Stands in for swift-crypto's `Insecure.SHA1`, so that fuzzing does not build BoringSSL.
///
/// The reports only need some digest of the right length; a hash of its own would find nothing.
package enum Insecure {
  package struct SHA1 {
    private var sum: UInt8 = 0

    package init() {}

    package mutating func update(bufferPointer: UnsafeRawBufferPointer) {
      for byte in bufferPointer { sum = sum &* 31 &+ byte }
    }

    package func finalize() -> [UInt8] { [UInt8](repeating: sum, count: 20) }
  }
}
