import Packets

/// A flow in the table: key, totals, and the place of its connection when it is TCP.
struct Flow {
  var key: FlowKey
  var hash: UInt32
  var id: UInt64
  var stream: UInt32
  /// Place in the connections' slab; -1 when not TCP, or as long as `opening` is all there is.
  var connection: Int32 = -1
  /// Place of the SYN of a connection of which nothing else was captured yet; -1 without.
  var opening: Int32 = -1
  /// Next flow in the same bucket of the expiry wheel or in the idle queue; -1 at the end.
  var next: Int32 = -1
  var transport: TransportKind
  var network: NetworkKind
  /// The low endpoint of the key is the originator.
  var isLowOriginator: Bool
  var originatorEvidence: OriginatorEvidence
  var carriesTunnel = false
  /// Its record is out; the place is freed when the wheel comes by.
  var isEnded = false
  var firstFrame: UInt64
  var lastFrame: UInt64
  var first: Timestamp
  var last: Timestamp
  var forward = DirectionTotals()
  var backward = DirectionTotals()
  var clockBackwards: UInt32 = 0
  var interArrival = IntervalStatistics()
}
