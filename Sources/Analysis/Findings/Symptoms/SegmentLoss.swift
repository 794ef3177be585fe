import Flows
import Packets

/// What was lost of the segments that one side sent.
struct SegmentLoss {
  /// Segments, however often each was tried again.
  var lost: UInt64 = 0
  /// Every try that was in vain.
  var tries: UInt64 = 0
  /// Those of them that the capture has once: they were lost before it.
  var unseen: UInt64 = 0
  /// Data segments, those that were lost included.
  var segments: UInt64 = 0
  /// Bursts of loss.
  var episodes: UInt64 = 0
  /// Nanoseconds in which nothing moved.
  var stallTime: Int64 = 0

  init() {}

  init(_ side: TCPDirectionSummary) {
    tries = PacketLossRule.lost(side)
    lost = PacketLossRule.segmentsLost(side)
    unseen = min(lost, side.retransmissionsInferred)
    segments = side.dataSegments
    episodes = side.lossEpisodes
    stallTime = side.stallTime
  }

  /// The same with every try for a loss of its own.
  var byTries: SegmentLoss {
    var loss = self
    loss.lost = tries
    return loss
  }

  mutating func add(_ other: SegmentLoss) {
    lost &+= other.lost
    tries &+= other.tries
    unseen &+= other.unseen
    segments &+= other.segments
    episodes &+= other.episodes
    stallTime = stallTime.addingClamped(other.stallTime)
  }
}
