/// The fragments that wait for the rest of their datagram, within bounds.
///
/// Fragments are rare and the key comes from the network, so a dictionary (whose hash is seeded
/// for each run) serves here; nothing of this is on the way of unfragmented packets.
struct FragmentTable {
  /// Datagrams that may wait at once; the oldest gives way to a new one.
  ///
  /// Hosts keep far fewer; a flood of first fragments must not grow memory.
  static let maximumDatagrams = 1_024
  /// Bytes that may wait at once: 8 MiB are 128 datagrams of the largest size.
  static let maximumBytes = 8 << 20
  /// Fragments of one datagram: 64 KiB in pieces of the smallest IPv6 MTU are 53, and IPv4 links
  /// of 576 bytes give 119.
  static let maximumFragments = 256
  /// The longest datagram: the length field of both families has 16 bits.
  static let maximumLength = 65_535
  /// How long a datagram may take: Linux waits 30 s, RFC 8200 §4.5 60 s.
  static let timeout: Int64 = 30_000_000_000

  var counters = FragmentCounters()
  private var pending: [FragmentKey: PendingDatagram] = [:]
  /// Keys in the order of their first fragment; those before `oldest` are gone already.
  private var arrivals: ContiguousArray<Arrival> = []
  private var oldest = 0
  private var waitingBytes = 0
  private var nextSerial: UInt64 = 0

  /// When the first fragment of a datagram was captured.
  private struct Arrival {
    var key: FragmentKey
    var serial: UInt64
    var time: Timestamp
  }

  /// What became of a fragment.
  enum Result {
    case waiting
    case complete(ContiguousArray<UInt8>, fragments: Int)
    case refused(PacketOddities)
  }

  /// Takes a fragment of which `count` bytes are in `frame` at `start`.
  ///
  /// `oddities` gets what was odd about a fragment that was taken all the same.
  mutating func add(
    _ fragment: Fragment,
    of key: FragmentKey,
    at time: Timestamp,
    _ frame: RawSpan,
    from start: Int,
    count: Int,
    _ oddities: inout PacketOddities
  ) -> Result {
    expire(at: time)
    // RFC 791 §3.2 and RFC 8200 §4.5: only the last fragment may have a length not divisible by 8.
    guard fragment.offset + count <= Self.maximumLength, count > 0,
      !fragment.moreFollow || count & 7 == 0
    else {
      counters.unusable &+= 1
      return .refused(.fragmentBad)
    }
    let known = pending[key]?.pieces.count ?? 0
    guard known < Self.maximumFragments, waitingBytes + count <= Self.maximumBytes else {
      counters.refused &+= 1
      return .refused(.fragmentDropped)
    }
    if known == 0 { begin(key, at: time) }
    guard let outcome = pending[key]?.add(fragment, frame, at: start, count: count) else {
      return .refused(.fragmentDropped)
    }
    switch outcome {
    case .contradicts:
      counters.unusable &+= 1
      return .refused(.fragmentBad)
    case .overlaps where !key.isIPv4:
      // RFC 5722: a datagram with overlapping fragments is discarded whole.
      waitingBytes += count
      remove(key)
      counters.discarded &+= 1
      return .refused(.fragmentOverlap)
    case .overlaps:
      oddities.insert(.fragmentOverlap)
    case .added:
      break
    }
    waitingBytes += count
    guard let payload = pending[key]?.assembled() else { return .waiting }
    remove(key)
    counters.datagrams &+= 1
    return .complete(payload, fragments: known + 1)
  }

  private mutating func begin(_ key: FragmentKey, at time: Timestamp) {
    while pending.count >= Self.maximumDatagrams, oldest < arrivals.count {
      if dropArrival() { counters.discarded &+= 1 }
    }
    if arrivals.count >= 4 * Self.maximumDatagrams { compact() }
    pending[key] = PendingDatagram(serial: nextSerial)
    arrivals.append(Arrival(key: key, serial: nextSerial, time: time))
    nextSerial &+= 1
  }

  private mutating func remove(_ key: FragmentKey) {
    if let datagram = pending.removeValue(forKey: key) { waitingBytes -= datagram.bytes.count }
  }

  private mutating func expire(at time: Timestamp) {
    while oldest < arrivals.count,
      time.nanoseconds(since: arrivals[oldest].time) > Self.timeout
    {
      if dropArrival() { counters.timedOut &+= 1 }
    }
  }

  /// Forgets the arrivals whose datagrams are gone, so that the queue stays as short as the table.
  private mutating func compact() {
    arrivals.removeSubrange(..<oldest)
    oldest = 0
    arrivals.removeAll { pending[$0.key]?.serial != $0.serial }
  }

  /// Takes the first arrival off the queue; true if its datagram was still waiting.
  private mutating func dropArrival() -> Bool {
    let arrival = arrivals[oldest]
    oldest += 1
    guard pending[arrival.key]?.serial == arrival.serial else { return false }
    remove(arrival.key)
    return true
  }
}
