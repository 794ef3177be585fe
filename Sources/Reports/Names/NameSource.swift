package import Analysis
package import Dissection
package import Packets

/// Where a report gets names of hosts from.
package struct NameSource: Sendable {
  /// The vendor of a hardware address.
  package var vendor: @Sendable (HardwareAddress) -> String?
  /// Where a host is.
  package var origin: @Sendable (IPAddress) -> HostOrigin?

  package init(
    vendor: @escaping @Sendable (HardwareAddress) -> String?,
    origin: @escaping @Sendable (IPAddress) -> HostOrigin?
  ) {
    self.vendor = vendor
    self.origin = origin
  }

  /// Knows nothing.
  package static let none = NameSource(vendor: { _ in nil }, origin: { _ in nil })
}
