/// What the headers of one packet say, at one level of encapsulation, as plain values.
///
/// The decoder appends one of these for each IP level of a frame, outermost first: a VXLAN frame
/// gives the outer UDP datagram (`carriesTunnel`) and then the inner packet. Nothing in it refers
/// to memory; `payloadOffset` points into the frame (or into the reassembled datagram).
package struct PacketHeaders: Sendable {
  // MARK: The captured record

  /// Frame number, from 1, as Wireshark counts.
  package var frame: UInt64 = 0
  /// When it was captured.
  package var time = Timestamp(nanoseconds: 0)
  /// Bytes of the whole frame on the wire.
  package var wireLength: UInt32 = 0
  /// Bytes of the whole frame in the file.
  package var capturedLength: UInt32 = 0
  /// Index of the capture interface in the capture (pcapng has many).
  package var interface: UInt32 = 0

  // MARK: Encapsulation

  /// The VLANs, labels and tunnels around this level; 0 when there are none.
  package var path: PathID = .none
  /// `path` without the numbers that each direction chooses for itself (MPLS labels, TEIDs): what
  /// flows are keyed by.
  package var flowPath: PathID = .none
  /// 0 for the outermost IP header of the frame.
  package var level: UInt8 = 0
  /// This level's payload is a tunnel whose inside follows as a level of its own.
  package var carriesTunnel = false

  // MARK: Network

  package var network: NetworkKind = .none
  package var source = IPAddress(high: 0, low: 0)
  package var destination = IPAddress(high: 0, low: 0)
  /// Bytes of the IP packet, header included, by its own length field (or jumbo option); of a
  /// reassembled datagram, of the last fragment's packet.
  package var ipLength: UInt32 = 0
  /// Bytes of the IP header with options or extension headers.
  package var ipHeaderLength: UInt16 = 0
  /// IPv4 identification; 0 in IPv6 (also where a fragment header carries one).
  package var ipID: UInt16 = 0
  /// TTL or hop limit.
  package var hopLimit: UInt8 = 0
  /// Type of service / traffic class: DSCP in the upper six bits, ECN in the lower two.
  package var trafficClass: UInt8 = 0
  /// Protocol number of the transport after any extension headers.
  package var ipProtocol = IPProtocol(rawValue: 0)
  /// Number of fragments that were put together for this packet; 0 when it was not fragmented.
  package var fragments: UInt16 = 0

  // MARK: Transport

  package var transport: TransportKind = .none
  /// Source port (TCP, UDP, SCTP) or message type (ICMP).
  package var sourcePort: UInt16 = 0
  /// Destination port (TCP, UDP, SCTP) or message code (ICMP).
  package var destinationPort: UInt16 = 0
  /// The transport checksum field as sent.
  package var checksum: UInt16 = 0
  package var networkChecksum: ChecksumState = .unverified
  package var transportChecksum: ChecksumState = .unverified
  /// TCP fields; meaningful when `transport` is `.tcp`.
  package var tcp = TCPHeader()
  /// ICMP echo identifier and sequence number; meaningful when `transport` is ICMP.
  package var icmpIdentifier: UInt16 = 0
  package var icmpSequence: UInt16 = 0

  // MARK: Payload

  /// The payload is not in the frame but in `PacketDecoder.reassembled`, until the next `decode`.
  package var payloadReassembled = false
  /// Where the transport payload starts, in bytes from the start of the frame (or of the
  /// reassembled datagram, where `payloadReassembled`); in ARP the message itself.
  package var payloadOffset: UInt32 = 0
  /// Transport payload bytes on the wire (by the IP length, not by what was captured).
  package var payloadLength: UInt32 = 0
  /// Transport payload bytes in the file.
  package var payloadCaptured: UInt32 = 0
  /// One's-complement sum of the captured payload: equal payloads have equal sums.
  ///
  /// 0 if not computed.
  package var payloadSum: UInt16 = 0
  /// The first eight payload bytes, big endian, zero padded.
  package var payloadPrefix: UInt64 = 0

  /// What was odd about this packet.
  package var oddities: PacketOddities = []

  @inline(__always) package init() {}
}
