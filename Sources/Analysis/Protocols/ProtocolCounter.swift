package import Packets

/// Counts frames by the protocols inside each other, from the link to the application.
///
/// A packet costs a comparison with one of the shapes seen lately; names are found at the end.
package struct ProtocolCounter: Sendable {
  /// More shapes than this (VLANs and tunnels make many) are counted without their insides.
  package static let shapeLimit = 4096
  /// Levels of IP in a frame beyond this are counted as if on it.
  private static let levelLimit = 16

  struct Count: Sendable {
    var shape: ProtocolShape
    var traffic = TrafficBin()
  }

  private(set) var counts = ContiguousArray<Count>()
  private var numbers: [ProtocolShape: Int32] = [:]
  /// The shapes seen last, by `ProtocolShape.slot`: numbers, -1 where there is none yet.
  private var recent = InlineArray<16, Int32>(repeating: -1)
  /// The shape of each level of the frame that is being counted.
  private var levels = InlineArray<16, Int32>(repeating: -1)
  /// Headers that did not fit.
  package private(set) var uncounted: UInt64 = 0

  package init() {}

  /// Counts one level of a frame's headers; levels come outermost first.
  @inline(__always)
  package mutating func add(_ packet: borrowing PacketHeaders) {
    let level = min(Int(packet.level), Self.levelLimit - 1)
    let outer = level == 0 ? -1 : levels[level - 1]
    let shape = ProtocolShape(packet, outer: outer)
    var number = recent[shape.slot]
    if number < 0 || counts[Int(number)].shape != shape { number = find(shape) }
    levels[level] = number
    guard number >= 0 else { return }
    counts[Int(number)].traffic.packets &+= 1
    counts[Int(number)].traffic.bytes &+= UInt64(packet.wireLength)
  }

  /// Counts the application protocols that a frame reaches; `levels` are its headers, outermost
  /// first, up to those of the packet that carries them.
  mutating func add(
    _ application: ApplicationPath,
    inside levels: UnsafeBufferPointer<PacketHeaders>
  ) {
    guard let packet = levels.last else { return }
    var outer: Int32 = -1
    for index in levels.indices { outer = number(of: ProtocolShape(levels[index], outer: outer)) }
    let number = number(of: ProtocolShape(application, outer: outer))
    guard number >= 0 else { return }
    counts[Int(number)].traffic.packets &+= 1
    counts[Int(number)].traffic.bytes &+= UInt64(packet.wireLength)
  }

  private mutating func number(of shape: ProtocolShape) -> Int32 {
    let number = recent[shape.slot]
    return number < 0 || counts[Int(number)].shape != shape ? find(shape) : number
  }

  /// The number of a shape that was not among the recent ones; -1 where there is no room for it.
  private mutating func find(_ shape: ProtocolShape) -> Int32 {
    // Nothing is counted within a level that did not fit.
    guard shape.outer >= -1, let number = numbers[shape] ?? append(shape) else {
      uncounted &+= 1
      return -2
    }
    recent[shape.slot] = number
    return number
  }

  private mutating func append(_ shape: ProtocolShape) -> Int32? {
    guard counts.count < Self.shapeLimit else { return nil }
    let number = Int32(counts.count)
    counts.append(Count(shape: shape))
    numbers[shape] = number
    return number
  }

  /// Adds what another counter of the same decoder has.
  package mutating func merge(_ other: ProtocolCounter) {
    uncounted &+= other.uncounted
    var translation: [Int32] = []
    // An outer shape always has a lower number than those within it.
    for count in other.counts {
      var shape = count.shape
      if shape.outer >= 0 { shape.outer = translation[Int(shape.outer)] }
      let number = shape.outer < -1 ? nil : numbers[shape] ?? append(shape)
      translation.append(number ?? -2)
      if let number {
        counts[Int(number)].traffic.merge(count.traffic)
      } else {
        uncounted &+= count.traffic.packets
      }
    }
  }
}
