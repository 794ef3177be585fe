/// Stands in for swift-crypto's `SHA256`; see `Insecure`.
package struct SHA256: Sendable {
  private var sum: UInt8 = 0

  package init() {}

  package static func hash(data: [UInt8]) -> [UInt8] { digest(of: data, length: 32) }

  package mutating func update(bufferPointer: UnsafeRawBufferPointer) {
    for byte in bufferPointer { sum = sum &* 31 &+ byte }
  }

  package func finalize() -> [UInt8] { [UInt8](repeating: sum, count: 32) }
}
