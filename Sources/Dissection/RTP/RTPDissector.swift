/// Reads the RTP and RTCP of one flow, a datagram with each call (RFC 3550; both may share a port,
/// RFC 5761).
///
/// There is one output, when the flow has ended: what arrives tells little before that.
package struct RTPDissector: DatagramDissector {
  package var finished: [RTPSession] = []
  package private(set) var handOver: HandOver?
  /// What the payload types mean of what is sent to either side, which says it in its signalling.
  package var encodingsToServer: RTPEncodings
  package var encodingsToClient: RTPEncodings
  private var session = RTPSession()
  private var streams: [RTPStreamReader] = []

  /// A dissector that knows the payload types of `encodings` and those assigned for good.
  package init(encodings: RTPEncodings = RTPEncodings()) {
    encodingsToServer = encodings
    encodingsToClient = encodings
  }

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    // STUN shares the port; the first byte tells (RFC 7983 §7).
    let isSTUN = bytes.byteCount >= STUNMessage.headerLength && bytes.byte(at: 0) <= 3
    handOver = isSTUN ? HandOver(to: .any(port: nil), at: 0) : nil
    if Self.isControl(bytes) {
      guard let packets = try? RTCPPacket.compound(bytes) else {
        session.others &+= 1
        return
      }
      for packet in packets { note(packet, from: role) }
    } else if let packet = try? RTPPacket(parsing: bytes) {
      note(packet, from: role, at: moment)
    } else {
      session.others &+= 1
    }
  }

  /// Puts out what the flow's streams came to, where there was RTP or RTCP at all.
  package mutating func finish(at moment: Moment) {
    session.streams = streams.filter(\.isBelieved).map(\.stream)
    guard !session.streams.isEmpty || !session.reporters.isEmpty else { return }
    finished.append(session)
    session = RTPSession()
    streams = []
  }

  private mutating func note(_ packet: RTPPacket, from role: Role, at moment: Moment) {
    let encodings = role == .client ? encodingsToServer : encodingsToClient
    let known = streams.firstIndex {
      $0.stream.source == packet.source && $0.stream.sender == role
    }
    if let known {
      streams[known].add(packet, encodings, at: moment)
    } else if streams.count < RTPLimits.sources {
      streams.append(RTPStreamReader(packet, encodings, from: role, at: moment))
    } else {
      session.others &+= 1
    }
  }

  private mutating func note(_ packet: RTCPPacket, from role: Role) {
    switch packet {
    case .senderReport(let source, _, _, let blocks):
      change(source, role) {
        $0.senderReports &+= 1
        $0.note(blocks)
      }
    case .receiverReport(let source, let blocks):
      change(source, role) {
        $0.receiverReports &+= 1
        $0.note(blocks)
      }
    case .description(let source, let name):
      if let name { change(source, role) { $0.name = name } }
    case .goodbye(let sources):
      for source in sources { change(source, role) { $0.hasLeft = true } }
    case .other: break
    }
  }

  private mutating func change(
    _ source: UInt32,
    _ role: Role,
    _ body: (inout RTCPReporter) -> Void
  ) {
    let known = session.reporters.firstIndex { $0.source == source && $0.sender == role }
    if let known {
      body(&session.reporters[known])
    } else if session.reporters.count < RTPLimits.sources {
      var reporter = RTCPReporter(sender: role, source: source)
      body(&reporter)
      session.reporters.append(reporter)
    }
  }
}
