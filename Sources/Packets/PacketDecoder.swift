/// Reads the headers of captured frames into `PacketHeaders`.
///
/// It keeps the little state that decoding needs across packets: the encapsulation paths seen and
/// the fragments waiting for the rest of their datagram.
package struct PacketDecoder: ~Copyable {
  package init() {}

  /// Appends one `PacketHeaders` for each IP level of `frame`, outermost first (at least one, also
  /// when nothing could be read).
  package mutating func decode(
    _ frame: RawSpan,
    of record: FrameContext,
    into packets: inout ContiguousArray<PacketHeaders>
  ) {
  }
}
