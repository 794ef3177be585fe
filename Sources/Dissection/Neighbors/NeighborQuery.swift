package import Packets

/// A question for the hardware of an address, and its answer.
package struct NeighborQuery: Equatable, Sendable {
  package var asker: IPAddress
  package var target: IPAddress
  package var segment: PathID
  package var request: Moment
  package var lastRequest: Moment
  package var tries = 1
  package var response: Moment?
  package var hardware: HardwareAddress?

  /// Nanoseconds from the last question to the answer.
  package var responseTime: Int64? { response?.nanoseconds(since: lastRequest) }
}
