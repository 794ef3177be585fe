/// What the IPv4 header or the IPv6 fragment header says of one fragment.
struct Fragment {
  /// Identification of the datagram among those of the same hosts and protocol.
  var identification: UInt32
  /// Where the fragment's bytes belong in the datagram, in bytes.
  var offset: Int
  /// The MF flag: the datagram goes on after these bytes.
  var moreFollow: Bool
}
