/// The marks that Wireshark 4.0 puts on a TCP packet: one member for each `tcp.analysis.*` flag field.
///
/// A packet may carry several. As in Wireshark's own fields, `fastRetransmission` and
/// `spuriousRetransmission` are always accompanied by `retransmission`.
package struct WiresharkFlags: OptionSet, Hashable, Sendable {
  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let retransmission = WiresharkFlags(rawValue: 1 << 0)
  package static let fastRetransmission = WiresharkFlags(rawValue: 1 << 1)
  package static let spuriousRetransmission = WiresharkFlags(rawValue: 1 << 2)
  package static let outOfOrder = WiresharkFlags(rawValue: 1 << 3)
  package static let lostSegment = WiresharkFlags(rawValue: 1 << 4)
  package static let ackLostSegment = WiresharkFlags(rawValue: 1 << 5)
  package static let duplicateAck = WiresharkFlags(rawValue: 1 << 6)
  package static let zeroWindow = WiresharkFlags(rawValue: 1 << 7)
  package static let zeroWindowProbe = WiresharkFlags(rawValue: 1 << 8)
  package static let zeroWindowProbeAck = WiresharkFlags(rawValue: 1 << 9)
  package static let windowFull = WiresharkFlags(rawValue: 1 << 10)
  package static let windowUpdate = WiresharkFlags(rawValue: 1 << 11)
  package static let keepAlive = WiresharkFlags(rawValue: 1 << 12)
  package static let keepAliveAck = WiresharkFlags(rawValue: 1 << 13)
  package static let reusedPorts = WiresharkFlags(rawValue: 1 << 14)
}
