package import Packets

/// A port at which something was asked for; `address` is nil for the port wherever it is.
package struct Service: Hashable, Comparable, Sendable {
  package var transport: TransportKind
  package var port: UInt16
  package var address: IPAddress?

  package init(transport: TransportKind, port: UInt16, address: IPAddress? = nil) {
    self.transport = transport
    self.port = port
    self.address = address
  }

  package static func < (left: Service, right: Service) -> Bool {
    if left.transport != right.transport {
      return left.transport.rawValue < right.transport.rawValue
    }
    if left.port != right.port { return left.port < right.port }
    switch (left.address, right.address) {
    case (nil, nil), (_?, nil): return false
    case (nil, _?): return true
    case (let one?, let other?): return one < other
    }
  }
}
