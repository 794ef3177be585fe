/// Measures one stream packet by packet.
struct RTPStreamReader: Sendable {
  private(set) var stream: RTPStream
  /// Packets in a row with numbers in sequence, until the source is believed.
  private(set) var isBelieved = false
  private var run = 1
  private var lastSequence: UInt16
  private var highest: UInt16
  private var timestamp: UInt32
  /// The timestamp without its wrapping.
  private var extendedTimestamp: Int64
  /// Arrival and timestamp of the packet before, in order of arrival.
  private var reference: (time: Int64, timestamp: Int64)
  private var previousType: RTPPayloadType
  private var jitter: Double = 0
  private var delta: Double = 0

  init(_ packet: RTPPacket, _ encodings: RTPEncodings, from sender: Role, at moment: Moment) {
    stream = RTPStream(sender: sender, source: packet.source, first: moment, last: moment)
    stream.payloadTypes = [packet.payloadType]
    stream.encodings = [encodings.name(of: packet.payloadType)]
    stream.clockRate = encodings.clockRate(of: packet.payloadType)
    stream.packets = 1
    stream.expected = 1
    stream.payloadBytes = Int64(packet.payloadLength)
    lastSequence = packet.sequence
    highest = packet.sequence
    timestamp = packet.timestamp
    extendedTimestamp = Int64(packet.timestamp)
    reference = (moment.time, extendedTimestamp)
    previousType = packet.payloadType
  }

  mutating func add(_ packet: RTPPacket, _ encodings: RTPEncodings, at moment: Moment) {
    count(packet, encodings, at: moment)
    noteSequence(packet.sequence, at: moment)
    measure(packet, clockRate: encodings.clockRate(of: packet.payloadType), at: moment)
    stream.packets &+= 1
  }

  private mutating func count(
    _ packet: RTPPacket,
    _ encodings: RTPEncodings,
    at moment: Moment
  ) {
    stream.last = moment
    stream.payloadBytes &+= Int64(packet.payloadLength)
    let isKnown = stream.payloadTypes.contains(packet.payloadType)
    if !isKnown, stream.payloadTypes.count < RTPLimits.payloadTypes {
      stream.payloadTypes.append(packet.payloadType)
      stream.encodings.append(encodings.name(of: packet.payloadType))
    }
  }

  /// Extends the sequence number and counts what was skipped (RFC 3550 A.1, A.3).
  private mutating func noteSequence(_ sequence: UInt16, at moment: Moment) {
    run = sequence == lastSequence &+ 1 ? run + 1 : 1
    if run >= RTPLimits.sequential { isBelieved = true }
    lastSequence = sequence
    let step = Int(Int16(bitPattern: sequence &- highest))
    switch step {
    case 0: stream.duplicates &+= 1
    case 1...RTPLimits.dropout:
      stream.expected &+= Int64(step)
      highest = sequence
      if step > 1 { noteGap(at: moment) }
    case -RTPLimits.dropout..<0: stream.reordered &+= 1
    default:
      stream.restarts &+= 1
      stream.expected &+= 1
      highest = sequence
    }
  }

  private mutating func noteGap(at moment: Moment) {
    stream.gapCount &+= 1
    if stream.gaps.count < RTPLimits.gaps { stream.gaps.append(moment) }
  }

  /// Updates interval and jitter, which are taken in order of arrival (RFC 3550 §6.4.1, A.8).
  private mutating func measure(_ packet: RTPPacket, clockRate: Int?, at moment: Moment) {
    extendedTimestamp &+= Int64(Int32(bitPattern: packet.timestamp &- timestamp))
    timestamp = packet.timestamp
    delta = Double(moment.time &- reference.time) / 1_000_000
    if let clockRate {
      stream.clockRate = clockRate
      let ticks = Double(extendedTimestamp &- reference.timestamp)
      let difference = abs(delta - ticks * 1_000 / Double(clockRate))
      jitter += (difference - jitter) / 16
    }
    let isRegular =
      !packet.marker && !packet.payloadType.isComfortNoise && !previousType.isComfortNoise
    if isRegular {
      stream.delta.add(delta, interval: stream.packets)
      if clockRate != nil {
        if jitter > stream.jitter.maximum { stream.jitterPeak = moment }
        stream.jitter.add(jitter, interval: stream.packets)
      }
    }
    previousType = packet.payloadType
    reference = (moment.time, extendedTimestamp)
  }
}
