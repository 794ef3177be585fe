package import Packets

/// One end of a flow: an address and a transport port (0 where the protocol has none; for ICMP the
/// type or its reply's type, as Zeek maps them).
package struct Endpoint: Hashable, Sendable {
  package var address: IPAddress
  package var port: UInt16

  package init(address: IPAddress, port: UInt16) {
    self.address = address
    self.port = port
  }
}
