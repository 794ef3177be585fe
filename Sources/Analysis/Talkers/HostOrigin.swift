/// Where a host is and whose network it is in, as far as a database knows.
package struct HostOrigin: Hashable, Sendable {
  /// Two letters of ISO 3166-1.
  package var country: String?
  /// English name.
  package var city: String?
  /// Number of the autonomous system (RFC 6793), and who runs it.
  package var systemNumber: UInt32?
  package var organization: String?

  package init(
    country: String? = nil,
    city: String? = nil,
    systemNumber: UInt32? = nil,
    organization: String? = nil
  ) {
    self.country = country
    self.city = city
    self.systemNumber = systemNumber
    self.organization = organization
  }

  package var isEmpty: Bool { self == HostOrigin() }

  /// Adds what another database knows and this one does not.
  package mutating func complete(with other: HostOrigin) {
    country = country ?? other.country
    city = city ?? other.city
    systemNumber = systemNumber ?? other.systemNumber
    organization = organization ?? other.organization
  }
}
