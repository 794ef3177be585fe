import Packets

/// A flow in the table: key, totals, and the place of its connection when it is TCP.
struct Flow {
  var key: FlowKey
  var hash: UInt32
  var id: UInt64
  var stream: UInt32
  var form = ConnectionForm.none
  /// Next flow in the same bucket of the expiry wheel or in the idle queue; -1 at the end.
  var next: Int32 = -1
  /// How far the connection is, which decides how long it may be silent.
  var phase = ConnectionPhase.unfinished
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
