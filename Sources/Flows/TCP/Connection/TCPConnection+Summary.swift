import Packets

extension TCPConnection {
  /// What the connection did, for its record; `last` is the time of its last packet.
  func summary(from first: Timestamp, to last: Timestamp) -> TCPSummary {
    var summary = TCPSummary()
    summary.isPartial = progress.isPartial
    summary.isSimultaneousOpen = progress.isSimultaneousOpen
    summary.isRefused = progress.isRefused
    summary.portReuse = portReuse
    summary.mirrorOf = mirrorOf
    summary.resetsOutOfWindow = progress.resetsOutOfWindow
    summary.resetsSuspicious = progress.resetsSuspicious
    summary.handshake = progress.handshake
    summary.stages = progress.stages
    summary.ecnNegotiated = progress.ecnNegotiated
    summary.setSides(
      originator: originator.summary(at: last),
      responder: responder.summary(at: last)
    )
    let hasBytes = summary.originator.sequenceBytes > 0 || summary.responder.sequenceBytes > 0
    summary.zeekState = zeek.state(hasBytes: hasBytes)
    if originator.offeredScale == 255 || responder.offeredScale == 255 {
      summary.originator.windowScale = nil
      summary.responder.windowScale = nil
    }
    summary.zeekHistory = zeek.history
    summary.zeekMissedBytes = zeek.missedBytes
    summary.zeekEnd = zeek.closedAt == .min ? nil : Timestamp(nanoseconds: zeek.closedAt)
    return summary
  }
}

extension TCPHalf {
  /// What this side did; `last` is the time of the connection's last packet.
  func summary(at last: Timestamp) -> TCPDirectionSummary {
    var summary = trouble
    summary.initialSequence = sawSYN ? base : nil
    summary.maximumSegmentSize = offeredSegment > 0 ? offeredSegment : nil
    summary.windowScale = isScaleKnown && offeredScale != 255 ? scale : nil
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
    let dataStart: Int64 = 1
    let dataEnd = finEnd >= 0 ? min(high, finEnd &- 1) : high
    summary.sequenceBytes = hasSent ? UInt64(max(0, dataEnd &- dataStart)) : 0
    summary.ackedBytes = UInt64(max(0, min(acknowledged, dataEnd) &- dataStart))
    summary.maximumInFlight = UInt64(max(0, maximumInFlight))
    summary.initialWindowBytes = initialWindowBytes
    summary.firstData = firstData == .min ? nil : firstData
    summary.lastData = lastData == .min ? nil : lastData
    summary.peakBytes100ms = rate.peak100ms
    summary.peakBytes1s = rate.peak1s
    summary.applicationLimitedTime = applicationLimitedTime
    summary.minimumWindow = minimumWindow == .max ? nil : minimumWindow
    summary.maximumWindow = maximumWindow == 0 && minimumWindow == .max ? nil : maximumWindow
    if zeroWindowSince != .min {
      summary.zeroWindowTime &+= max(0, last.nanoseconds &- zeroWindowSince)
    }
    summary.rtt = rtt.statistics
    summary.timestampRTT = timestampRTT
    summary.dataInterArrival = dataInterArrival
    return summary
  }
}

extension TCPConnection {
  /// Ranges that a silent connection keeps, to recognise late copies.
  private static let keptRanges = 8

  /// Gives back memory that a silent connection does not need.
  mutating func shrink() {
    originator.forgetAll(but: Self.keptRanges)
    responder.forgetAll(but: Self.keptRanges)
  }
}
