package import Packets

/// A segment that counts as sent again, at the moment at which that became known.
package struct RetransmissionSample: Sendable, Equatable {
  package var time: Timestamp
  package var source: IPAddress
  package var destination: IPAddress

  package init(time: Timestamp, source: IPAddress, destination: IPAddress) {
    self.time = time
    self.source = source
    self.destination = destination
  }
}
