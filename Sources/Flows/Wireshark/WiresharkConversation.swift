import Packets

/// The state of one `tcp.stream`.
struct WiresharkConversation {
  let key: WiresharkConversationKey
  /// A packet came since the table last looked for one to forget.
  var wasUsed = true

  private var stream: UInt32
  private var handshake = WiresharkHandshake()
  /// What the side with the higher address sent, and what the other one did.
  private var higher = WiresharkDirection()
  private var lower = WiresharkDirection()

  init(key: WiresharkConversationKey, stream: UInt32) {
    self.key = key
    self.stream = stream
  }

  /// Segments on the lists of both directions.
  var segmentCount: Int { higher.unacknowledged.count + lower.unacknowledged.count }

  /// Judges a packet of this conversation, or starts the next one on the same ports.
  mutating func receive(
    _ packet: borrowing PacketHeaders,
    fromHigher: Bool,
    accounting: inout WiresharkAccounting
  ) -> WiresharkVerdict {
    let segment = WiresharkSegment(packet)
    let base = fromHigher ? higher.base : lower.base
    let isNewOpening = segment.isOpening && base != nil && base != segment.sequence
    if isNewOpening {
      accounting.release(segmentCount)
      self = WiresharkConversation(key: key, stream: accounting.takeStream())
    }
    wasUsed = true

    var verdict = WiresharkVerdict(stream: stream)
    if isNewOpening { verdict.mark(.reusedPorts) }
    if fromHigher {
      Self.exchange(
        segment,
        packet.tcp.options,
        from: &higher,
        to: &lower,
        handshake: &handshake,
        accounting: &accounting,
        verdict: &verdict
      )
    } else {
      Self.exchange(
        segment,
        packet.tcp.options,
        from: &lower,
        to: &higher,
        handshake: &handshake,
        accounting: &accounting,
        verdict: &verdict
      )
    }
    return verdict
  }

  private static func exchange(
    _ segment: WiresharkSegment,
    _ options: TCPOptions,
    from sender: inout WiresharkDirection,
    to peer: inout WiresharkDirection,
    handshake: inout WiresharkHandshake,
    accounting: inout WiresharkAccounting,
    verdict: inout WiresharkVerdict
  ) {
    sender.open(segment, verdict: &verdict)
    peer.assumeBase(acknowledgedBy: segment)
    sender.sackedBytes = 0
    sender.send(
      segment,
      to: &peer,
      handshake: handshake,
      accounting: &accounting,
      verdict: &verdict
    )

    handshake.observe(segment)
    if verdict.hasAnalysis, handshake.initialRTT != 0 { verdict.initialRTT = handshake.initialRTT }
    sender.learn(segment, options, peer: &peer)
  }
}
