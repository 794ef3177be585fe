import Packets

/// Makes sequences of plausible and implausible packets from bytes.
///
/// Sequence and acknowledgment numbers are relative to what the sender and its peer used before, so
/// that a mutation makes a retransmission, a hole or an ACK of the unseen rather than noise.
struct PacketScript {
  /// Longer inputs only repeat themselves.
  static let maximumPackets = 512

  private var input: FuzzInput
  private var frame: UInt64 = 0
  private var time: Int64 = 1_700_000_000_000_000_000
  /// Next sequence number of each side of each conversation.
  private var next: [UInt32] = (0..<8).map { 0xffff_f000 &+ $0 &* 0x1111_1111 }
  private var ipID: UInt16 = 0

  init(_ input: FuzzInput) { self.input = input }

  /// The next packet; `nil` at the end of the input.
  mutating func packet() -> PacketHeaders? {
    guard !input.isAtEnd, frame < UInt64(Self.maximumPackets) else { return nil }
    frame += 1
    let kind = input.byte()
    advance(input.byte())
    var packet = PacketHeaders()
    packet.frame = frame
    packet.time = Timestamp(nanoseconds: time)
    address(&packet, kind)
    switch kind >> 3 & 7 {
    case 5: setUDP(&packet)
    case 6: setICMP(&packet)
    case 7: setOther(&packet)
    default: setTCP(&packet, side: Int(kind & 7))
    }
    packet.capturedLength = min(packet.wireLength, 54 + packet.payloadCaptured)
    return packet
  }

  /// Bytes for what a packet quotes.
  mutating func payload() -> [UInt8] { input.take(Int(input.byte() & 63)) }

  /// Moves the clock: mostly by microseconds to minutes, sometimes back, sometimes absurdly.
  private mutating func advance(_ code: UInt8) {
    let steps: [Int64] = [
      0, 1_000, 20_000, 300_000, 1_000_000, 5_000_000, 40_000_000, 200_000_000, 1_000_000_000,
      15_000_000_000, 65_000_000_000, 400_000_000_000, -2_000, -3_000_000_000,
    ]
    switch code & 15 {
    case 14: time = code & 16 == 0 ? .max : .max - Int64(code)
    case 15: time = code & 16 == 0 ? .min : .min + Int64(code)
    case let step: time &+= steps[Int(step)] &* Int64(code >> 4 + 1)
    }
  }

  private mutating func address(_ packet: inout PacketHeaders, _ kind: UInt8) {
    let client = IPAddress(v4: 0x0a00_0001)
    let server = IPAddress(v4: 0x0a00_0002)
    let isReversed = kind & 1 != 0
    packet.network = .ipv4
    packet.source = isReversed ? server : client
    packet.destination = isReversed ? client : server
    let port = UInt16(kind >> 1 & 3) + 40_000
    packet.sourcePort = isReversed ? 80 : port
    packet.destinationPort = isReversed ? port : 80
    packet.hopLimit = 64
    packet.ipHeaderLength = 20
    if kind & 0xc0 != 0xc0 { ipID &+= 1 }
    packet.ipID = kind & 0xc0 == 0x40 ? 0 : ipID
  }

  private func setLength(_ packet: inout PacketHeaders, _ payload: UInt32, header: UInt32) {
    packet.payloadLength = payload
    packet.payloadCaptured = payload
    packet.payloadOffset = 14 + 20 + header
    packet.ipLength = 20 &+ header &+ payload
    packet.wireLength = 14 &+ packet.ipLength
  }

  // MARK: TCP

  private mutating func setTCP(_ packet: inout PacketHeaders, side: Int) {
    packet.transport = .tcp
    packet.ipProtocol = IPProtocol(rawValue: 6)
    let flags = input.byte()
    let form = input.byte()
    packet.tcp.flags = TCPFlags(rawValue: UInt16(flags))
    // Lengths of ordinary segments, of offloaded ones, and none.
    let lengths: [UInt32] = [0, 0, 1, 100, 1_448, 1_460, 65_000, 0]
    let length = form & 7 == 7 ? UInt32(input.byte()) : lengths[Int(form & 7)]
    setLength(&packet, length, header: 20)
    packet.tcp.sequence = sequence(of: side, form)
    packet.tcp.acknowledgment = acknowledgment(of: side, form)
    packet.tcp.window = form & 32 == 0 ? 65_535 : input.word()
    if form & 64 != 0 { setOptions(&packet, side: side) }
    if form & 128 != 0 { setCircumstances(&packet) }
    let used = length &+ (flags & 1 == 0 ? 0 : 1) &+ (flags & 2 == 0 ? 0 : 1)
    let end = packet.tcp.sequence &+ used
    if Int32(bitPattern: end &- next[side]) > 0 { next[side] = end }
  }

  private mutating func sequence(of side: Int, _ form: UInt8) -> UInt32 {
    guard form & 8 != 0 else { return next[side] }
    return next[side] &+ distance()
  }

  private mutating func acknowledgment(of side: Int, _ form: UInt8) -> UInt32 {
    guard form & 16 != 0 else { return next[side ^ 1] }
    return next[side ^ 1] &+ distance()
  }

  /// Some bytes, some segments, or far away, forwards or back.
  private mutating func distance() -> UInt32 {
    let value = Int32(truncatingIfNeeded: input.signed())
    switch value & 3 {
    case 0: return UInt32(bitPattern: value >> 2)
    case 1: return UInt32(bitPattern: (value >> 8) &* 1_448)
    case 2: return UInt32(bitPattern: (value >> 8) &* 1_460)
    default: return UInt32(bitPattern: value &* 65_536)
    }
  }

  private mutating func setOptions(_ packet: inout PacketHeaders, side: Int) {
    let present = input.byte()
    packet.tcp.options.present = TCPOptions.Present(rawValue: present)
    packet.tcp.options.multipathSubtypes = present & 64 == 0 ? 0 : UInt16(present) << 4
    if present & 1 != 0 { packet.tcp.options.maximumSegmentSize = input.word() }
    if present & 2 != 0 { packet.tcp.options.windowScale = input.byte() }
    if present & 8 != 0 {
      packet.tcp.options.timestampValue = UInt32(input.word()) << 8
      packet.tcp.options.timestampEcho = UInt32(input.word()) << 8
    }
    guard present & 16 != 0 else { return }
    let count = Int(input.byte() & 3) + 1
    packet.tcp.options.sackCount = UInt8(count)
    for block in 0..<count {
      let left = next[side ^ 1] &+ distance()
      packet.tcp.options.sackBlocks[block] = SACKBlock(left: left, right: left &+ distance())
    }
  }

  private mutating func setCircumstances(_ packet: inout PacketHeaders) {
    let circumstances = input.byte()
    packet.transportChecksum = ChecksumState(rawValue: circumstances & 3) ?? .unverified
    packet.trafficClass = circumstances >> 2 & 3
    packet.fragments = UInt16(circumstances >> 4 & 1)
    packet.payloadSum = UInt16(circumstances >> 5)
    if circumstances & 64 != 0 {
      packet.payloadPrefix = 0x4745_5420_2f20_4854
    }
    if circumstances & 128 != 0 { packet.payloadLength = .max &- UInt32(circumstances) }
  }

  // MARK: Other transports

  private mutating func setUDP(_ packet: inout PacketHeaders) {
    packet.transport = .udp
    packet.ipProtocol = IPProtocol(rawValue: 17)
    setLength(&packet, UInt32(input.byte()), header: 8)
    packet.carriesTunnel = packet.payloadLength == 255
  }

  private mutating func setICMP(_ packet: inout PacketHeaders) {
    packet.transport = .icmp
    packet.ipProtocol = IPProtocol(rawValue: 1)
    packet.sourcePort = UInt16(input.byte())
    packet.destinationPort = UInt16(input.byte())
    packet.icmpIdentifier = 7
    packet.icmpSequence = ipID
    setLength(&packet, 56, header: 8)
  }

  private mutating func setOther(_ packet: inout PacketHeaders) {
    let value = input.byte()
    packet.transport = TransportKind(rawValue: value & 7) ?? .none
    packet.ipProtocol = IPProtocol(rawValue: value)
    packet.network = value & 8 == 0 ? .ipv4 : .ipv6
    packet.flowPath = PathID(rawValue: UInt32(value >> 4 & 3))
    packet.path = packet.flowPath
    setLength(&packet, UInt32(value), header: 0)
  }
}
