/// Reads the headers of captured frames into `PacketHeaders`.
///
/// It keeps the little state that decoding needs across packets: the encapsulation paths seen and
/// the fragments waiting for the rest of their datagram.
package struct PacketDecoder: ~Copyable {
  /// The datagram that the last frame completed; `payloadOffset` of headers with
  /// `payloadReassembled` counts from its start.
  package internal(set) var reassembled: ContiguousArray<UInt8> = []

  let verifiesChecksums: Bool
  var paths = PathTable()
  var fragments = FragmentTable()

  /// A decoder for one capture; without `verifyingChecksums` all checksums stay unverified and
  /// payload sums 0.
  package init(verifyingChecksums: Bool = true) {
    verifiesChecksums = verifyingChecksums
  }

  /// The encapsulations that `id` stands for.
  package func path(_ id: PathID) -> EncapsulationPath { paths.path(id) }

  /// Paths known so far, the empty one included; their numbers count up from 0.
  package var pathCount: Int { paths.count }

  /// Packets whose encapsulation path was one too many to be told apart.
  package var pathOverflowCount: UInt64 { paths.overflowCount }

  /// What fragment reassembly did and turned away.
  package var fragmentCounters: FragmentCounters { fragments.counters }

  /// Appends one `PacketHeaders` for each IP level of `frame`, outermost first (at least one, also
  /// when nothing could be read).
  package mutating func decode(
    _ frame: RawSpan,
    of record: FrameContext,
    into packets: inout ContiguousArray<PacketHeaders>
  ) {
    var walk = FrameWalk(frame, of: record)
    let first = packets.count
    if record.linkType == .ethernet {
      readEthernet(frame, at: 0, &walk, &packets)
    } else {
      readLink(record.linkType, frame, at: 0, &walk, &packets)
    }
    if packets.count == first { append(&walk, to: &packets) }
  }

  /// Ends the level being read.
  @inline(__always) mutating func append(
    _ walk: inout FrameWalk,
    to packets: inout ContiguousArray<PacketHeaders>
  ) {
    if walk.layers.count != 0 {
      (walk.headers.path, walk.headers.flowPath) = paths.identify(walk.layers)
    }
    // One copy instead of the two that `append` of a value makes.
    withUnsafePointer(to: &walk.headers) { headers in
      packets.append(contentsOf: UnsafeBufferPointer(start: headers, count: 1))
    }
  }

  /// Ends the level being read, whose payload is a tunnel, and begins the one inside; nil, with an
  /// oddity on the level, when there are too many.
  ///
  /// Every call is followed by the reading of the inside and by `leave`.
  mutating func enter(
    _ kind: EncapsulationPath.Kind,
    _ identifier: UInt32,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) -> Int? {
    let outer = packets.count
    append(&walk, to: &packets)
    guard walk.push(kind, identifier) else {
      packets[outer].oddities.insert(.tooDeep)
      return nil
    }
    walk.beginNextLevel()
    return outer
  }

  /// Marks the level at `outer` as a tunnel if a packet was found in it.
  ///
  /// If not, it stands as an ordinary packet: a wrong guess at a tunnel costs nothing.
  func leave(_ outer: Int, _ walk: FrameWalk, _ packets: inout ContiguousArray<PacketHeaders>) {
    if packets.count > outer + 1 {
      packets[outer].carriesTunnel = true
    } else {
      packets[outer].oddities.formUnion(walk.headers.oddities)
    }
  }
}
