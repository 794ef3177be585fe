import Packets

/// One question that a filter asks about a frame: plain values, so that asking allocates nothing.
enum FilterTest: Equatable, Sendable {
  case network(NetworkKind)
  case transport(TransportKind)
  case host(IPAddress, Side)
  /// An address equal to `network` in the bits of `mask`.
  case net(network: IPAddress, mask: IPAddress, Side)
  case port(ClosedRange<UInt16>, Side)
  /// Index into the VLAN tests of the filter.
  case vlan(Int)
  case flow(IPAddress, UInt16, IPAddress, UInt16)
  case frame(ClosedRange<UInt64>)
  case time(from: Moment?, to: Moment?)

  /// Which end of a packet a test is about.
  enum Side: Equatable, Sendable {
    case either
    case source
    case destination
  }

  /// A time as filters write it.
  enum Moment: Equatable, Sendable {
    case absolute(Timestamp)
    /// Nanoseconds after the capture's first frame.
    case afterStart(Int64)

    /// The moment on the capture's clock.
    func timestamp(start: Timestamp) -> Timestamp {
      switch self {
      case .absolute(let time): return time
      case .afterStart(let nanoseconds):
        let (sum, overflow) = start.nanoseconds.addingReportingOverflow(nanoseconds)
        return Timestamp(nanoseconds: overflow ? .max : sum)
      }
    }
  }
}
