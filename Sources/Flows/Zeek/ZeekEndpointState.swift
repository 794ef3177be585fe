/// What Zeek knows of one side of a TCP connection: the endpoint states of its analyzer, coarser than
/// those of RFC 9293.
enum ZeekEndpointState: UInt8, Sendable {
  /// No packet was captured.
  case inactive
  case synSent
  case synAckSent
  /// Packets were captured, but no SYN.
  case partial
  case established
  /// It has sent a FIN.
  case closed
  /// It has sent a RST.
  case reset
}
