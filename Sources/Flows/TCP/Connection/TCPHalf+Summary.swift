import Packets

extension TCPHalf {
  private static let dataStart: Int64 = 1

  /// One past the last byte of data.
  var dataEnd: Int64 { finEnd >= 0 ? min(high, finEnd &- 1) : high }

  /// Payload bytes by sequence numbers.
  var sequenceBytes: UInt64 { hasSent ? UInt64(max(0, dataEnd &- Self.dataStart)) : 0 }

  /// What this side did; `last` is the time of the connection's last packet, and `isScaled` says
  /// that both sides offered a window scale.
  func summary(at last: Timestamp, isScaled: Bool) -> TCPDirectionSummary {
    var summary = troubleSoFar
    summary.initialSequence = sawSYN ? base : nil
    summary.maximumSegmentSize = offeredSegment > 0 ? offeredSegment : nil
    summary.windowScale = isScaleKnown && isScaled ? scale : nil
    summary.offeredWindowScale = offeredScale == 255 ? nil : offeredScale
    summary.sackPermitted = sackPermitted
    summary.timestamps = hasTimestamps
    summary.finalState = state
    summary.dataSegments = dataSegments
    summary.syns = UInt32(syns)
    summary.fins = UInt32(fins)
    summary.pushes = UInt64(pushes)
    summary.uniqueBytes = uniqueBytes
    for index in 0..<Int(holes.count) where !holes[index].isBeforeCapture {
      let missed = min(holes[index].end, acknowledged) &- holes[index].start
      if missed > 0 { summary.missedBytes &+= UInt64(missed) }
    }
    summary.sequenceBytes = sequenceBytes
    summary.ackedBytes = UInt64(max(0, min(acknowledged, dataEnd) &- Self.dataStart))
    summary.maximumInFlight = UInt64(max(0, maximumInFlight))
    summary.initialWindowBytes = initialWindowBytes
    summary.firstData = firstData == .min ? nil : firstData
    summary.lastData = lastData == .min ? nil : lastData
    summary.peakBytes100ms = rate.peak100ms
    summary.peakBytes1s = rate.peak1s
    summary.applicationLimitedTime = applicationLimitedTime
    summary.windowLimitedTime = windowLimitedTime
    summary.largestDelivered = largestDelivered
    summary.minimumWindow = minimumWindow == .max ? nil : minimumWindow
    summary.maximumWindow = maximumWindow == 0 && minimumWindow == .max ? nil : maximumWindow
    if zeroWindowSince != .min {
      summary.zeroWindowTime.addClamped(max(0, last.nanoseconds &- zeroWindowSince))
      summary.zeroWindowWait.addClamped(
        closedWindow.wait(since: zeroWindowSince, until: last.nanoseconds)
      )
    }
    summary.rtt = rtt.statistics
    summary.timestampRTT = timestampRTT
    summary.dataInterArrival = dataInterArrival
    return summary
  }
}
