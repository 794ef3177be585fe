import Flows
import Packets

extension FlowRecord {
  /// A finished connection of 3 s without trouble, changed as told.
  static func connection(
    dataSegments: UInt64 = 1000,
    change: (inout FlowRecord) -> Void,
    tcp changeTCP: (inout TCPSummary) -> Void = { _ in }
  ) -> FlowRecord {
    var record = FlowRecord()
    record.transport = .tcp
    record.ending = .finished
    record.originator = Endpoint(address: IPAddress(v4: 0x0a00_0001), port: 40_000)
    record.responder = Endpoint(address: IPAddress(v4: 0x0a00_0002), port: 80)
    record.first = Timestamp(nanoseconds: 1_000_000_000)
    record.last = Timestamp(nanoseconds: 4_000_000_000)
    record.forward.packets = 1000
    record.backward.packets = 1000
    var tcp = TCPSummary()
    tcp.zeekState = .sf
    tcp.handshake.synToSynAck = 10_000_000
    tcp.handshake.synAckToAck = 1_000_000
    tcp.originator.syns = 1
    tcp.responder.syns = 1
    tcp.originator.dataSegments = dataSegments
    tcp.responder.dataSegments = dataSegments
    tcp.originator.uniqueBytes = 1_000_000
    tcp.responder.uniqueBytes = 1_000_000
    changeTCP(&tcp)
    record.tcp = tcp
    change(&record)
    return record
  }

  /// The same, with changes of TCP's part only.
  static func connection(
    dataSegments: UInt64 = 1000,
    _ changeTCP: (inout TCPSummary) -> Void = { _ in }
  ) -> FlowRecord {
    connection(dataSegments: dataSegments, change: { _ in }, tcp: changeTCP)
  }

  /// SYNs one and a half seconds apart that nobody answered.
  static func unanswered(syns: UInt32, ending: FlowEnding) -> FlowRecord {
    connection(
      change: {
        $0.ending = ending
        $0.forward.packets = UInt64(syns)
        $0.backward.packets = 0
        $0.last = Timestamp(nanoseconds: 1_000_000_000 + Int64(syns - 1) * 1_500_000_000)
      },
      tcp: {
        $0.zeekState = .s0
        $0.handshake = HandshakeTimes()
        $0.originator.syns = syns
        $0.originator.synRetransmissions = UInt64(syns - 1)
        $0.originator.retransmissions = UInt64(syns - 1)
        $0.originator.uniqueBytes = 0
        $0.responder = TCPDirectionSummary()
      }
    )
  }
}

extension StageTimes {
  /// Stage times as the table of the textbook case gives them, one after the other.
  static func milliseconds(
    _ synToSynAck: Double,
    _ synAckToAck: Double,
    _ ackToRequest: Double,
    _ requestToAck: Double,
    _ ackToResponse: Double
  ) -> StageTimes {
    var now: Int64 = 5_000_000_000
    func after(_ milliseconds: Double) -> Int64 {
      now += Int64((milliseconds * 1_000_000).rounded())
      return now
    }
    var stages = StageTimes()
    stages.syn = now
    stages.synAck = after(synToSynAck)
    stages.ack = after(synAckToAck)
    stages.request = after(ackToRequest)
    stages.requestAcked = after(requestToAck)
    stages.response = after(ackToResponse)
    return stages
  }
}
