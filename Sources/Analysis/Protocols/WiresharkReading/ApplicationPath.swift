/// The protocols above the transport that a frame reaches, outermost first, at most four.
struct ApplicationPath: Hashable, Sendable {
  /// A byte for each layer, the outermost in the lowest.
  private(set) var rawValue: UInt32

  /// The frame ends with its transport.
  static let none = ApplicationPath()

  private init() { rawValue = 0 }

  init(_ layer: ApplicationLayer) { rawValue = UInt32(layer.rawValue) }

  /// This path and one more layer inside it; what would be the fifth is left out.
  func with(_ layer: ApplicationLayer) -> ApplicationPath {
    guard depth < 4 else { return self }
    var path = self
    path.rawValue |= UInt32(layer.rawValue) << UInt32(8 * depth)
    return path
  }

  private var depth: Int { (39 - rawValue.leadingZeroBitCount) / 8 }

  /// The deeper of two paths; a frame with several messages is counted with one.
  func deeper(_ other: ApplicationPath) -> ApplicationPath { other.depth > depth ? other : self }

  /// Wireshark's names of the layers.
  var names: [String] {
    (0..<4).compactMap { level in
      ApplicationLayer(rawValue: UInt8(truncatingIfNeeded: rawValue >> UInt32(8 * level)))?.name
    }
  }
}
