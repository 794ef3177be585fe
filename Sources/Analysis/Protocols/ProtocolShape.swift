import Packets

/// What decides where in the hierarchy one level of a frame's headers stands.
struct ProtocolShape: Hashable, Sendable {
  /// The shape of the level around this one, by its number; -1 for the outermost.
  var outer: Int32
  /// Capture interface of the outermost level, whose link type begins the hierarchy; 0 within.
  var interface: UInt32
  var path: PathID
  var network: NetworkKind
  var transport: TransportKind
  var ipProtocol: IPProtocol
  /// What a transport carries, in shapes that stand for nothing else.
  var application = ApplicationPath.none

  @inline(__always)
  init(_ packet: borrowing PacketHeaders, outer: Int32) {
    self.outer = outer
    interface = packet.level == 0 ? packet.interface : 0
    path = packet.path
    network = packet.network
    transport = packet.transport
    ipProtocol = packet.ipProtocol
  }

  /// What is inside the shape with the number `outer`.
  init(_ application: ApplicationPath, outer: Int32) {
    self.outer = outer
    self.application = application
    interface = 0
    path = .none
    network = .none
    transport = .none
    ipProtocol = IPProtocol(rawValue: 0)
  }

  /// A place for it in a small table.
  @inline(__always)
  var slot: Int {
    var mixed = UInt64(path.rawValue) << 32 | UInt64(ipProtocol.rawValue) << 8
    mixed |= UInt64(network.rawValue) << 4 | UInt64(transport.rawValue)
    mixed ^= UInt64(application.rawValue) << 24
    mixed ^= UInt64(interface) << 16 ^ UInt64(UInt32(bitPattern: outer)) << 20
    return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 60)
  }

  // Written out, so that the fields that differ most often come first.
  @inline(__always)
  static func == (left: ProtocolShape, right: ProtocolShape) -> Bool {
    left.ipProtocol.rawValue == right.ipProtocol.rawValue && left.path == right.path
      && left.outer == right.outer && left.interface == right.interface
      && left.network == right.network && left.transport == right.transport
      && left.application == right.application
  }
}
