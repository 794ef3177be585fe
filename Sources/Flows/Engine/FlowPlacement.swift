/// Which flow a packet went to, and where its payload stands in it.
package struct FlowPlacement: Sendable {
  /// What is known of the packet.
  package struct Marks: OptionSet, Sendable {
    package let rawValue: UInt8

    @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It belongs to a flow; without this nothing else is meaningful.
    package static let inFlow = Marks(rawValue: 1)
    /// Its payload counts: it is neither a mirror's second copy nor damaged nor implausible.
    package static let counts = Marks(rawValue: countsBit)
    /// A SYN told that the first byte of its sender is number 1.
    package static let senderStart = Marks(rawValue: 4)
    /// The same for the first byte of its receiver.
    package static let receiverStart = Marks(rawValue: 8)
    /// The connection was reset, by this packet or before.
    package static let isReset = Marks(rawValue: resetBit)
    /// Its whole connection is a mirror's second copy of another.
    package static let isMirror = Marks(rawValue: 32)

    @usableFromInline static var countsBit: UInt8 { 2 }
    @usableFromInline static var resetBit: UInt8 { 16 }
  }

  package var flow: UInt64 = .max
  /// Number of the flow among those of its transport.
  package var stream: UInt32 = 0
  package var direction: FlowDirection = .originator
  package var marks: Marks = []
  /// TCP: relative, unwrapped sequence number of the first payload byte; the first byte after the
  /// SYN is 1.
  package var sequence: Int64 = 0
  /// TCP: highest acknowledgment of the other direction's bytes so far, in that direction's
  /// numbers.
  package var acknowledged: Int64 = .min

  package init() {}

  // Asked for every packet; the general test for a member is several times as long.

  @inlinable package var counts: Bool { marks.rawValue & Marks.countsBit != 0 }
  @inlinable package var isReset: Bool { marks.rawValue & Marks.resetBit != 0 }
}
