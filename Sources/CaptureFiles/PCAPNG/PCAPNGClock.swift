/// What the loop over packet blocks needs of an interface, without references.
struct PCAPNGClock: Sendable {
  let linkType: UInt16
  /// Index over all sections.
  let interface: UInt32
  let snapLength: UInt32
  /// Bytes of the largest packet that is believed.
  let bound: Int
  private let precision: TimePrecision
  private let offsetSeconds: Int64
  /// Nanoseconds in a unit, where that is a whole number and there is no offset; otherwise 0.
  private let scale: Int64

  init(_ description: CaptureInterface, bound: Int) {
    linkType = description.linkType
    interface = UInt32(truncatingIfNeeded: description.index)
    snapLength = description.snapLength
    self.bound = bound
    precision = description.precision
    offsetSeconds = description.timeOffset
    let units = precision.unitsPerSecond
    let isWhole = units <= 1_000_000_000 && 1_000_000_000 % units == 0
    scale = isWhole && offsetSeconds == 0 ? Int64(1_000_000_000 / units) : 0
  }

  /// Nanoseconds since the epoch of a packet block's time.
  @inline(__always)
  func nanoseconds(_ units: UInt64) -> Int64 {
    if scale != 0, let signed = Int64(exactly: units) {
      let (product, overflow) = signed.multipliedReportingOverflow(by: scale)
      if !overflow { return product }
    }
    return precision.nanoseconds(units: units, offsetSeconds: offsetSeconds)
  }
}
