/// One end of a conversation: where its frames come from.
package struct Host: Equatable, Sendable {
  /// The 48-bit hardware address, as seen on the captured link.
  package var mac: UInt64
  package var address: Address
  /// The time to live its packets have left at the capture point.
  package var timeToLive: UInt8

  package init(mac: UInt64, address: Address, timeToLive: UInt8 = 64) {
    self.mac = mac
    self.address = address
    self.timeToLive = timeToLive
  }
}
