/// Whether a checksum was verified.
package enum ChecksumState: UInt8, Sendable {
  /// Not all covered bytes were captured, or there is no checksum (UDP over IPv4 with 0).
  case unverified
  case good
  case bad
  /// Bad in the way of offload: the field holds just the pseudo-header sum (or 0 for IPv4's own
  /// header checksum), which the sending host's adapter completes after the capture point.
  case offloaded
}
