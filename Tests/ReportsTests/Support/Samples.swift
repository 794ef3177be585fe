import Flows
import Packets

/// Flows and events for tests.
enum Samples {
  static let start = Timestamp(nanoseconds: 1_714_564_800_123_456_789)

  static func address(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> IPAddress {
    IPAddress(v4: UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d))
  }

  /// A flow of any transport with two packets to the responder and one back.
  static func flow(
    _ transport: TransportKind,
    _ ipProtocol: IPProtocol,
    from originator: Endpoint = Endpoint(address: address(10, 0, 0, 1), port: 40_000),
    to responder: Endpoint = Endpoint(address: address(93, 184, 216, 34), port: 443)
  ) -> FlowRecord {
    var flow = FlowRecord()
    flow.id = 7
    flow.stream = 3
    flow.transport = transport
    flow.ipProtocol = ipProtocol
    flow.originator = originator
    flow.responder = responder
    flow.firstFrame = 12
    flow.lastFrame = 40
    flow.first = start
    flow.last = Timestamp(nanoseconds: start.nanoseconds + 2_500_000_000)
    flow.forward.packets = 2
    flow.forward.wireBytes = 200
    flow.forward.ipBytes = 172
    flow.forward.payloadBytes = 116
    flow.backward.packets = 1
    flow.backward.wireBytes = 1514
    flow.backward.ipBytes = 1500
    flow.backward.payloadBytes = 1472
    flow.interArrival.add(1_000_000)
    flow.interArrival.add(3_000_000)
    return flow
  }

  /// A TCP connection with a bit of everything.
  static var connection: FlowRecord {
    var flow = flow(.tcp, .tcp)
    flow.ending = .finished
    flow.originatorEvidence = .syn
    var tcp = TCPSummary()
    tcp.portReuse = .afterClose
    tcp.mirrorOf = 4
    tcp.handshake.synToSynAck = 30_100_000
    tcp.handshake.synAckToAck = 100_000
    tcp.stages.ack = start.nanoseconds + 30_200_000
    tcp.stages.request = start.nanoseconds + 30_300_000
    tcp.stages.requestAcked = start.nanoseconds + 79_100_000
    tcp.stages.response = start.nanoseconds + 101_300_000
    tcp.zeekState = .sf
    for letter in "ShADadfF".utf8 { tcp.zeekHistory.append(letter) }
    tcp.zeekMissedBytes = 20
    tcp.originator = side(retransmissions: 2)
    tcp.responder = side(retransmissions: 0)
    tcp.timeSpent = timeSpent
    flow.tcp = tcp
    return flow
  }

  /// Half a second of the server's, and a response that loss held up.
  static var timeSpent: TimeSpent {
    var spent = TimeSpent()
    spent[.handshake] = 30_200_000
    spent[.clientThink] = 100_000
    spent[.requestTransfer] = 48_800_000
    spent[.serverThink] = 1_500_000_000
    spent[.responseTransfer] = 900_900_000
    spent.responseStalls.loss = 700_000_000
    spent[.close] = 20_000_000
    spent.answers = 1
    return spent
  }

  static func side(retransmissions: UInt64) -> TCPDirectionSummary {
    var side = TCPDirectionSummary()
    side.initialSequence = 0xdead_beef
    side.maximumSegmentSize = 1460
    side.windowScale = 7
    side.finalState = .timeWait
    side.dataSegments = 100
    side.retransmissions = retransmissions
    side.sequenceBytes = 140_000
    side.uniqueBytes = 140_000
    side.missedBytes = 10
    side.minimumWindow = 64_240
    side.maximumWindow = 501_760
    side.firstData = start.nanoseconds
    side.lastData = start.nanoseconds + 1_000_000_000
    side.rtt.count = 9
    side.rtt.minimum = 30_000_000
    side.rtt.maximum = 90_000_000
    side.rtt.mean = 45_000_000
    side.timestampRTT.add(30_000_000)
    side.dataInterArrival.add(10)
    return side
  }

  static var event: FlowEvent {
    FlowEvent(
      frame: 21,
      time: start,
      flow: 7,
      stream: 3,
      direction: .responder,
      kind: .retransmission,
      evidence: .inferred,
      retransmission: .fast,
      sequence: 1461,
      length: 1460,
      value: -5,
      relatedFrame: 18
    )
  }

  static let path = EncapsulationPath([.init(.vlan, 10), .init(.vxlan, 42)])
}
