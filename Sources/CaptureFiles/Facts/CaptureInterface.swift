/// An interface of a capture and what the file says of it.
package struct CaptureInterface: Equatable, Sendable {
  /// Filter that the capture ran with.
  package enum Filter: Equatable, Sendable {
    /// Text in the language of libpcap.
    case text(String)
    /// A compiled program, by its length in bytes.
    case program(length: Int)
    /// Another kind of filter.
    case other(kind: UInt8)
  }

  /// Counters of an interface statistics block; nil where the block does not have them.
  package struct Statistics: Equatable, Sendable {
    package var received: UInt64?
    package var droppedByInterface: UInt64?
    package var acceptedByFilter: UInt64?
    package var droppedBySystem: UInt64?
    package var delivered: UInt64?
    /// Times at which the capture on the interface began and ended, in nanoseconds.
    package var start: Int64?
    package var end: Int64?
    /// How many blocks spoke of the interface; each replaces what the earlier ones said.
    package var blocks = 0

    package init() {}
  }

  /// Position in the capture, over all sections.
  package var index: Int
  /// Section that describes it.
  package var section: Int
  /// LINKTYPE_ value.
  package var linkType: UInt16
  /// Bytes of a packet that are captured at most; 0 means no limit or unknown.
  package var snapLength: UInt32
  package var precision: TimePrecision
  /// Whether the file states the precision rather than leaving it at its format's default.
  package var statesPrecision = false
  /// Seconds to add to each time.
  package var timeOffset: Int64 = 0
  package var name: String?
  package var description: String?
  package var hardware: String?
  package var operatingSystem: String?
  package var filter: Filter?
  /// Bits per second.
  package var speed: UInt64?
  /// Bytes of the frame check sequence at the end of each packet, where known.
  package var frameCheckLength: UInt8?
  package var macAddress: [UInt8]?
  package var ipv4Addresses: [[UInt8]] = []
  package var ipv6Addresses: [[UInt8]] = []
  package var comments: [String] = []
  package var statistics = Statistics()
  /// Packets of the capture that came from it.
  package var packets: UInt64 = 0

  package init(
    index: Int,
    section: Int,
    linkType: UInt16,
    snapLength: UInt32,
    precision: TimePrecision
  ) {
    self.index = index
    self.section = section
    self.linkType = linkType
    self.snapLength = snapLength
    self.precision = precision
  }
}
