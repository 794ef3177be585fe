/// What the fragments of one datagram have in common (RFC 791 §3.2, RFC 8200 §4.5).
struct FragmentKey: Hashable {
  var source: IPAddress
  var destination: IPAddress
  var identification: UInt32
  /// 0 in IPv6, where the identification alone tells datagrams of two hosts apart.
  var ipProtocol: UInt8
  var isIPv4: Bool
  /// Equal addresses in two VLANs are different hosts.
  var path: PathID
}
