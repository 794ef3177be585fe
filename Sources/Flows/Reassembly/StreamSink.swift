/// Takes what the two sides of a connection sent, each side's bytes in their order.
package protocol StreamSink: ~Copyable {
  /// The next bytes of a side; `arrival` is the latest frame that had to come before they could be
  /// read, which for bytes that waited behind a hole is the one that filled it.
  mutating func receive(
    _ bytes: RawSpan,
    from direction: FlowDirection,
    _ arrival: SegmentArrival
  )

  /// The next `count` bytes of a side are not in the capture.
  mutating func skip(_ count: Int64, from direction: FlowDirection, _ arrival: SegmentArrival)

  /// A side sends no more: its FIN was reached, or the connection has ended.
  mutating func close(_ direction: FlowDirection, _ arrival: SegmentArrival)
}
