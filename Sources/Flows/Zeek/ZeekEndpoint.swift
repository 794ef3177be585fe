import Packets

/// One side of a TCP connection as Zeek follows it, in wire sequence numbers.
struct ZeekEndpoint {
  /// Kinds of packets that have a letter in the history already.
  struct Seen: OptionSet {
    let rawValue: UInt8

    static let syn = Seen(rawValue: 1 << 0)
    static let fin = Seen(rawValue: 1 << 1)
    static let rst = Seen(rawValue: 1 << 2)
    /// FIN and RST in one packet.
    static let finAndReset = Seen(rawValue: 1 << 3)
    static let data = Seen(rawValue: 1 << 4)
    static let ack = Seen(rawValue: 1 << 5)
    /// SYN with FIN or RST in one packet.
    static let manyFlags = Seen(rawValue: 1 << 6)
  }

  /// Jumps of SYNs and RSTs beyond this are not believed.
  private static let largestJump: Int32 = 1_048_576

  private(set) var state: ZeekEndpointState = .inactive
  private(set) var previousState: ZeekEndpointState = .inactive
  var seen: Seen = []
  var gaps: UInt16 = 0
  var badChecksums: UInt16 = 0
  var retransmissions: UInt32 = 0
  var zeroWindows: UInt32 = 0
  /// Sequence numbers where the latest FIN ended and the latest RST began.
  var lastFIN: UInt32 = 0
  var lastReset: UInt32 = 0
  /// Number of the SYN, or one before the first captured segment.
  private(set) var start: UInt32 = 0
  /// One past the highest sequence number.
  private var last: UInt32 = 0

  init() {}

  mutating func move(to next: ZeekEndpointState) {
    guard next != state else { return }
    previousState = state
    state = next
  }

  /// It is open, or has closed from there: only then does Zeek believe in content gaps.
  var isClean: Bool {
    state == .established || (state == .closed && previousState == .established)
  }

  /// It has sent a FIN or a RST.
  @inline(__always)
  var hasEnded: Bool { state == .closed || state == .reset }

  /// Sets the sequence numbers where a packet opens them: the first one, and SYNs in the middle.
  mutating func number(_ sequence: UInt32, end: UInt32, isSYN: Bool) {
    switch state {
    case .inactive where !isSYN:
      start = sequence &- 1
      last = sequence
    case .inactive:
      restart(sequence, end)
    case .synSent, .synAckSent:
      if isSYN, sequence != start { restart(sequence, end) }
    case .established, .partial:
      if isSYN { restart(sequence, end) }
    case .reset:
      if isSYN, previousState == .inactive { restart(sequence, end) }
    case .closed:
      break
    }
  }

  private mutating func restart(_ sequence: UInt32, _ end: UInt32) {
    start = sequence
    last = end
  }

  /// Follows a segment that ends at `end`; whether Zeek takes it for a retransmission, which is any
  /// payload that does not reach beyond what was seen (reordered segments and copies too).
  @inline(__always)
  mutating func advance(to end: UInt32, hasPayload: Bool) -> Bool {
    guard Int32(bitPattern: end &- last) > 0 else { return hasPayload && state != .reset }
    if state != .reset { last = end }
    return false
  }

  /// The same for a segment that may have SYN, FIN or RST.
  mutating func advance(to end: UInt32, control: TCPFlags, hasPayload: Bool) -> Bool {
    let step = Int32(bitPattern: end &- last)
    if !control.isDisjoint(with: [.syn, .rst]), step > Self.largestJump || step < -Self.largestJump
    {
      return false
    }
    if control.contains(.fin), last == start &+ 1 {
      // Only the opening and this FIN were captured: the FIN is believed however far it is.
      last = end
      return false
    }
    return advance(to: end, hasPayload: hasPayload)
  }
}
