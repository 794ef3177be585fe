package import Packets

/// A filter over decoded frames, in a small language like tcpdump's; see `docs/filter.md`.
///
/// A frame matches if the expression holds for it, where each test holds if it holds for any level
/// of the frame: `host` and `port` look into tunnels as well. The text is compiled once to a flat
/// program; matching a frame allocates nothing.
package struct PacketFilter: Sendable {
  /// Longest text accepted, in UTF-8 bytes: more is a mistake or an attack.
  package static let maximumLength = 4096
  /// Deepest nesting of parentheses and negations.
  package static let maximumDepth = 64
  /// Most VLAN tests in one filter: their results are bits of one word.
  package static let maximumVLANTests = 64

  private let program: FilterProgram
  /// VLAN ids asked for; `nil` is "any VLAN".
  private let vlans: [UInt16?]
  /// Which VLAN tests hold for each path seen, by the path's number.
  private var vlansOfPath: ContiguousArray<UInt64> = []
  /// The capture's first time, from which relative times count; set by the first frame unless set
  /// before.
  package var start: Timestamp?

  package init(_ text: String) throws(FilterError) {
    var parser = try FilterParser(text)
    program = FilterProgram(try parser.parse())
    vlans = parser.vlans
  }

  /// Whether a frame, given as its levels `packets[range]`, passes.
  ///
  /// `path` tells the encapsulations behind a number and is asked once for each number.
  package mutating func matches(
    _ packets: borrowing ContiguousArray<PacketHeaders>,
    in range: Range<Int>,
    path: (PathID) -> EncapsulationPath
  ) -> Bool {
    guard let first = range.first else { return false }
    let start = self.start ?? packets[first].time
    if self.start == nil { self.start = start }
    var bits: UInt64 = 0
    if !vlans.isEmpty {
      for index in range { bits |= vlanBits(of: packets[index].path, path) }
    }
    var next = 0
    while next < program.instructions.count {
      let instruction = program.instructions[next]
      var holds = false
      for index in range where !holds {
        holds = instruction.test.matches(packets[index], vlans: bits, start: start)
      }
      next = holds ? instruction.ifTrue : instruction.ifFalse
    }
    return next == FilterProgram.accept
  }

  /// Marks a path whose VLANs have not been looked up; no filter has 64 tests that all hold.
  private static let unknown = UInt64.max

  /// Numbers from here on are not remembered: the decoder gives out fewer.
  private static let rememberedPaths: UInt32 = 1 << 16

  private mutating func vlanBits(
    of id: PathID,
    _ path: (PathID) -> EncapsulationPath
  ) -> UInt64 {
    let index = Int(id.rawValue)
    if index < vlansOfPath.count, vlansOfPath[index] != Self.unknown { return vlansOfPath[index] }
    var bits: UInt64 = 0
    for layer in path(id).layers where layer.kind == .vlan {
      for (test, wanted) in vlans.enumerated()
      where wanted == nil || wanted.map(UInt32.init) == layer.identifier {
        bits |= 1 << UInt64(test)
      }
    }
    if id.rawValue < Self.rememberedPaths {
      while vlansOfPath.count <= index { vlansOfPath.append(Self.unknown) }
      vlansOfPath[index] = bits
    }
    return bits
  }
}
