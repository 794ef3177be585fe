/// Makes a small file in MaxMind's format (MaxMind DB File Format Specification 2.0): IPv6 with
/// IPv4 at `::/96`, nodes of 24 bits.
package struct DatabaseFile {
  package indirect enum Value {
    case text(String)
    case number(UInt32)
    case short(UInt16)
    case long(UInt64)
    case list([Value])
    case map([(String, Value)])

    var bytes: [UInt8] {
      switch self {
      case .text(let text):
        return Self.control(2, text.utf8.count) + Array(text.utf8)
      case .number(let number):
        return Self.control(6, 4) + Self.bytes(UInt64(number), 4)
      case .short(let number):
        return Self.control(5, 2) + Self.bytes(UInt64(number), 2)
      case .long(let number):
        return [8, 2] + Self.bytes(number, 8)
      case .list(let values):
        return [UInt8(values.count), 4] + values.flatMap(\.bytes)
      case .map(let pairs):
        return Self.control(7, pairs.count)
          + pairs.flatMap { Value.text($0).bytes + $1.bytes }
      }
    }

    private static func bytes(_ number: UInt64, _ count: UInt64) -> [UInt8] {
      (1...count).map { UInt8(truncatingIfNeeded: number >> (8 * (count - $0))) }
    }

    /// Sizes below 29 + 256.
    private static func control(_ type: UInt8, _ size: Int) -> [UInt8] {
      size < 29
        ? [type << 5 | UInt8(size)] : [type << 5 | 29, UInt8(truncatingIfNeeded: size - 29)]
    }
  }

  private enum Child {
    case none
    case node(Int)
    case data(Int)
  }

  private var nodes: [(left: Child, right: Child)] = [(.none, .none)]
  private var data: [UInt8] = []

  package init() {}

  /// Adds what is known of the addresses with the first `length` bits of `address` (of 128; those
  /// of IPv4 come after 96 zeros).
  package mutating func add(_ address: (high: UInt64, low: UInt64), length: Int, _ value: Value) {
    let offset = data.count
    data += value.bytes
    var node = 0
    for bit in 0..<length {
      let isRight =
        bit < 64
        ? address.high >> UInt64(63 - bit) & 1 == 1 : address.low >> UInt64(127 - bit) & 1 == 1
      let isLast = bit == length - 1
      var child = isRight ? nodes[node].right : nodes[node].left
      if isLast {
        child = .data(offset)
      } else if case .node = child {
      } else {
        nodes.append((.none, .none))
        child = .node(nodes.count - 1)
      }
      if isRight { nodes[node].right = child } else { nodes[node].left = child }
      if case .node(let next) = child { node = next }
    }
  }

  /// The whole file.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for node in nodes {
      for child in [node.left, node.right] {
        let number =
          switch child {
          case .none: nodes.count
          case .node(let index): index
          case .data(let offset): nodes.count + 16 + offset
          }
        bytes += [UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
      }
    }
    bytes += [UInt8](repeating: 0, count: 16) + data
    bytes += [0xab, 0xcd, 0xef] + Array("MaxMind.com".utf8)
    bytes +=
      Value.map([
        ("binary_format_major_version", .short(2)),
        ("binary_format_minor_version", .short(0)),
        ("build_epoch", .long(1_700_000_000)),
        ("database_type", .text("Test")),
        ("description", .map([("en", .text("Test"))])),
        ("ip_version", .short(6)),
        ("languages", .list([.text("en")])),
        ("node_count", .number(UInt32(nodes.count))),
        ("record_size", .short(24)),
      ]).bytes
    return bytes
  }
}
