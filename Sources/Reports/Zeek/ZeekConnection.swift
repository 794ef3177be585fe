internal import Flows
internal import Packets

/// A flow as a line of Zeek's `conn.log`: what Zeek 8 would say of it.
///
/// `nil` stands for Zeek's unset. Sources: Zeek's `base/protocols/conn/main.zeek` and the analyzers
/// that feed it.
struct ZeekConnection {
  var start: Timestamp
  var originator: Endpoint
  var responder: Endpoint
  var proto: StaticString
  var service: String?
  var duration: Int64?
  var originatorBytes: UInt64?
  var responderBytes: UInt64?
  var state: ZeekState
  var missedBytes: UInt64 = 0
  var history = ZeekHistory()
  var forward: DirectionTotals
  var backward: DirectionTotals
  var ipProtocol: UInt8

  /// The connection that Zeek makes of a flow, or `nil` where Zeek makes none: fragments that stay
  /// incomplete, and tunnels directly over IP (GRE, IP-in-IP), of which Zeek lists only the inside.
  init?(_ flow: borrowing FlowRecord) {
    switch flow.transport {
    case .none, .fragment: return nil
    case .other where flow.carriesTunnel: return nil
    case .tcp: proto = "tcp"
    case .udp: proto = "udp"
    case .icmp, .icmpv6: proto = "icmp"
    case .sctp, .other: proto = "unknown_transport"
    }
    start = flow.first
    originator = flow.originator
    responder = flow.responder
    forward = flow.forward
    backward = flow.backward
    ipProtocol = flow.ipProtocol.rawValue
    service = Self.service(flow.service)
    state = .other
    var end = flow.last

    var bytes = (forward: flow.forward.payloadBytes, backward: flow.backward.payloadBytes)
    switch flow.transport {
    case .tcp:
      if let tcp = flow.tcp {
        state = tcp.zeekState
        history = tcp.zeekHistory
        missedBytes = tcp.zeekMissedBytes
        if let closed = tcp.zeekEnd { end = closed }
        bytes = (tcp.originator.sequenceBytes, tcp.responder.sequenceBytes)
      }
    case .udp:
      state = Self.udpState(flow.forward, flow.backward)
      history = Self.udpHistory(flow.forward, flow.backward)
      service = Self.tunnelService(flow) ?? service
    case .sctp, .other:
      originator.port = 0
      responder.port = 0
      bytes = (0, 0)
    default: break
    }
    let lasted = max(0, end.nanoseconds(since: flow.first))
    if lasted > 0 {
      duration = lasted
      originatorBytes = bytes.forward
      responderBytes = bytes.backward
    }
  }

  /// Both ends spoke, or only one.
  private static func udpState(_ forward: DirectionTotals, _ backward: DirectionTotals) -> ZeekState
  {
    switch (forward.packets > 0, backward.packets > 0) {
    case (true, true): .sf
    case (true, false): .s0
    case (false, true): .shr
    case (false, false): .other
    }
  }

  /// `D` and `d` once for each side that spoke; `^` where Zeek, too, has turned the sides round
  /// because a server spoke and nobody answered; `C` and `c` for bad checksums, at 1, 10, 100, ….
  private static func udpHistory(
    _ forward: DirectionTotals,
    _ backward: DirectionTotals
  ) -> ZeekHistory {
    var history = ZeekHistory()
    if forward.packets == 0 { history.append(UInt8(ascii: "^")) }
    if forward.packets > UInt64(forward.badChecksums) { history.append(UInt8(ascii: "D")) }
    if backward.packets > UInt64(backward.badChecksums) { history.append(UInt8(ascii: "d")) }
    appendPowersOfTen(UInt8(ascii: "C"), forward.badChecksums, to: &history)
    appendPowersOfTen(UInt8(ascii: "c"), backward.badChecksums, to: &history)
    return history
  }

  private static func appendPowersOfTen(
    _ letter: UInt8,
    _ count: UInt32,
    to history: inout ZeekHistory
  ) {
    var rest = count
    while rest > 0 {
      history.append(letter)
      rest /= 10
    }
  }

  /// What Zeek calls the protocols of a flow.
  private static func service(_ names: String?) -> String? {
    guard let names, names.contains(",") else { return names.flatMap(known) }
    let services = names.split(separator: ",").compactMap { known(String($0)) }
    return services.isEmpty ? nil : services.joined(separator: ",")
  }

  /// What Zeek calls a protocol; it reads NetBIOS names as DNS, the hello in QUIC as TLS, and some
  /// not at all.
  private static func known(_ name: String) -> String? {
    switch name {
    case "nbns": "dns"
    case "quic": "quic,ssl"
    case "nbdgm", "rtp", "ssdp", "stun": nil
    default: name
    }
  }

  /// The tunnel that a UDP flow carries, by its responder's port.
  private static func tunnelService(_ flow: borrowing FlowRecord) -> String? {
    guard flow.carriesTunnel else { return nil }
    switch flow.responder.port {
    case 4789: return "vxlan"
    case 6081: return "geneve"
    case 2152: return "gtpv1"
    case 3544: return "teredo"
    default: return flow.originator.port == 3544 ? "teredo" : nil
    }
  }
}
