internal import Flows
internal import Packets

/// What every EVE event begins with.
struct EveHead {
  enum Kind: String {
    case flow
    case dns
    case http
    case tls
    case quic
    case ssh
  }

  var kind: Kind
  /// Number of the flow in the capture.
  var flow: UInt64
  /// Nanoseconds since the epoch.
  var time: Int64
  var source: Endpoint
  var destination: Endpoint
  var ipProtocol: IPProtocol
  /// The frame that completed it.
  var frame: UInt64?
  /// Which transaction of its flow it is, from 0.
  var transaction: UInt64?

  init(
    _ kind: Kind,
    flow: UInt64,
    time: Int64,
    from source: Endpoint,
    to destination: Endpoint,
    ipProtocol: IPProtocol
  ) {
    self.kind = kind
    self.flow = flow
    self.time = time
    self.source = source
    self.destination = destination
    self.ipProtocol = ipProtocol
  }

  /// A number for the flow: two runs over a capture give the same, two captures different ones.
  ///
  /// 51 bits, as in Suricata: as many as JSON's numbers keep exactly everywhere. `seed` stands for
  /// the capture.
  func flowID(seed: UInt64) -> UInt64 {
    // A permutation of 64 bits, of which 51 are kept: in one capture of 4,500 with a million flows each
    // two of them are alike.
    (flow &+ seed.mixed).mixed & 0x7_ffff_ffff_ffff
  }

  /// The name of the transport; its number where it has no common one.
  var protocolName: String {
    switch ipProtocol.rawValue {
    case 1: "ICMP"
    case 2: "IGMP"
    case 6: "TCP"
    case 17: "UDP"
    case 47: "GRE"
    case 50: "ESP"
    case 51: "AH"
    case 58: "IPv6-ICMP"
    case 132: "SCTP"
    default: "\(ipProtocol.rawValue)"
    }
  }

  var hasPorts: Bool { ipProtocol == .tcp || ipProtocol == .udp || ipProtocol == .sctp }
}

extension JSONWriter {
  mutating func write(
    _ head: EveHead,
    seed: UInt64,
    vlans: [UInt32]
  ) {
    quoted("timestamp") { $0.put(eve: head.time) }
    field("flow_id", head.flowID(seed: seed))
    if let frame = head.frame { field("pcap_cnt", frame) }
    field("event_type", head.kind.rawValue)
    if !vlans.isEmpty {
      beginArray("vlan")
      for vlan in vlans { element(UInt64(vlan)) }
      endArray()
    }
    field("src_ip", head.source.address)
    if head.hasPorts { field("src_port", head.source.port) }
    field("dest_ip", head.destination.address)
    if head.hasPorts { field("dest_port", head.destination.port) }
    field("proto", head.protocolName)
    let communityID = CommunityID(
      originator: head.source,
      responder: head.destination,
      ipProtocol: head.ipProtocol
    )
    quoted("community_id") { communityID.write(to: &$0) }
    if let transaction = head.transaction { field("tx_id", transaction) }
  }
}

extension ByteWriter {
  /// Puts a time as EVE has it: `2024-05-01T12:00:00.123456+0000`.
  mutating func put(eve nanoseconds: Int64) {
    let time = Timestamp(nanoseconds: nanoseconds)
    put(date: time)
    put(UInt8(ascii: "."))
    put(UInt64(CivilTime(time).nanosecond / 1000), digits: 6)
    put("+0000")
  }
}
