package import Flows
import Packets

extension TCPSegmentTotals {
  /// Adds what one direction of a connection did.
  package mutating func add(_ direction: borrowing TCPDirectionSummary) {
    dataSegments += direction.dataSegments
    retransmissions += direction.retransmissions
    retransmissionsPartial += direction.retransmissionsPartial
    retransmissionsInferred += direction.retransmissionsInferred
    ambiguousCopies += direction.ambiguousCopies
    reordered += direction.reordered
    lateOriginals += direction.lateOriginals
    holeFillsUnknown += direction.holeFillsUnknown
    captureGapFills += direction.captureGapFills
    duplicateFrames += direction.duplicateFrames
    keepAlives += direction.keepAlives
    windowProbes += direction.windowProbes
    spurious += direction.spurious
    fast += direction.fast
    tailLossProbes += direction.tailLossProbes
    timeouts += direction.timeouts
    slowStart += direction.slowStart
    otherRetransmissions += direction.otherRetransmissions
    synRetransmissions += direction.synRetransmissions
    lossEpisodes += direction.lossEpisodes
    stallTime.addClamped(direction.stallTime)
    duplicateAcks += direction.duplicateAcks
    tripleDuplicateAcks += direction.tripleDuplicateAcks
    selectiveAcks += direction.selectiveAcks
    dSacks += direction.dSacks
    acksOfUnseen += direction.acksOfUnseen
    keepAliveAcks += direction.keepAliveAcks
    zeroWindows += direction.zeroWindows
    zeroWindowTime.addClamped(direction.zeroWindowTime)
    windowUpdates += direction.windowUpdates
    windowShrinks += direction.windowShrinks
    windowFull += direction.windowFull
    syns += UInt64(direction.syns)
    fins += UInt64(direction.fins)
    resets += UInt64(direction.resets)
    uniqueBytes &+= direction.uniqueBytes
    retransmittedBytes &+= direction.retransmittedBytes
    missedBytes &+= direction.missedBytes
    ackedBytes &+= direction.ackedBytes
    inconsistentOverlaps += UInt64(direction.inconsistentOverlaps)
    implausibleSequences += UInt64(direction.implausibleSequences)
  }

  package mutating func merge(_ other: TCPSegmentTotals) {
    dataSegments += other.dataSegments
    retransmissions += other.retransmissions
    retransmissionsPartial += other.retransmissionsPartial
    retransmissionsInferred += other.retransmissionsInferred
    ambiguousCopies += other.ambiguousCopies
    reordered += other.reordered
    lateOriginals += other.lateOriginals
    holeFillsUnknown += other.holeFillsUnknown
    captureGapFills += other.captureGapFills
    duplicateFrames += other.duplicateFrames
    keepAlives += other.keepAlives
    windowProbes += other.windowProbes
    spurious += other.spurious
    fast += other.fast
    tailLossProbes += other.tailLossProbes
    timeouts += other.timeouts
    slowStart += other.slowStart
    otherRetransmissions += other.otherRetransmissions
    synRetransmissions += other.synRetransmissions
    lossEpisodes += other.lossEpisodes
    stallTime.addClamped(other.stallTime)
    duplicateAcks += other.duplicateAcks
    tripleDuplicateAcks += other.tripleDuplicateAcks
    selectiveAcks += other.selectiveAcks
    dSacks += other.dSacks
    acksOfUnseen += other.acksOfUnseen
    keepAliveAcks += other.keepAliveAcks
    zeroWindows += other.zeroWindows
    zeroWindowTime.addClamped(other.zeroWindowTime)
    windowUpdates += other.windowUpdates
    windowShrinks += other.windowShrinks
    windowFull += other.windowFull
    syns += other.syns
    fins += other.fins
    resets += other.resets
    uniqueBytes &+= other.uniqueBytes
    retransmittedBytes &+= other.retransmittedBytes
    missedBytes &+= other.missedBytes
    ackedBytes &+= other.ackedBytes
    inconsistentOverlaps += other.inconsistentOverlaps
    implausibleSequences += other.implausibleSequences
  }
}
