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
    _ segment: WiresharkSegment,
    _ options: TCPOptions,
    fromHigher: Bool,
    accounting: inout WiresharkAccounting
  ) -> WiresharkVerdict {
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
        options,
        from: &higher,
        to: &lower,
        handshake: &handshake,
        accounting: &accounting,
        verdict: &verdict
      )
    } else {
      Self.exchange(
        segment,
        options,
        from: &lower,
        to: &higher,
        handshake: &handshake,
        accounting: &accounting,
        verdict: &verdict
      )
    }
    return segment.header == .whole ? verdict : WiresharkVerdict(stream: stream)
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
    sender.compareBase(segment, verdict: &verdict)
    sender.sackedBytes = 0
    if segment.header.isJudged {
      sender.assumeBases(segment, peer: &peer)
      sender.send(
        segment,
        to: &peer,
        handshake: handshake,
        accounting: &accounting,
        verdict: &verdict
      )
    }
    guard segment.header != .impossible else { return }
    handshake.observe(segment)
    if verdict.hasAnalysis, handshake.initialRTT != 0 { verdict.initialRTT = handshake.initialRTT }
    sender.learn(segment, options, peer: &peer)
    if segment.header == .whole { handshake.observe(options) }
  }
}
