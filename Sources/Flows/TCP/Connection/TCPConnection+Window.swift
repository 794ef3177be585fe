import Packets

extension TCPConnection {
  /// The window that a segment offers, in bytes; raw where the scale is unknown or not in force
  /// (RFC 7323 §2.2: never scaled in a SYN).
  static func scaledWindow(_ packet: borrowing PacketHeaders, scale: UInt8) -> UInt32 {
    let raw = UInt32(packet.tcp.window)
    return packet.tcp.flags.contains(.syn) ? raw : raw << UInt32(scale)
  }

  /// Follows the window that `sender` offers for the other side's data, of which
  /// `acknowledged` is the acknowledgment now and `acknowledgedBefore` the one before this segment.
  static func followWindow(
    _ packet: borrowing PacketHeaders,
    _ segment: Segment,
    direction: FlowDirection,
    sender: inout TCPHalf,
    acknowledged: Int64,
    acknowledgedBefore: Int64,
    events: inout TCPEvents
  ) {
    let window = scaledWindow(packet, scale: sender.scale)
    let before = sender.window
    sender.window = window
    guard segment.flags.isDisjoint(with: [.syn, .fin, .rst]) else {
      if !segment.flags.contains(.rst) { sender.windowEdge = acknowledged &+ Int64(window) }
      return
    }
    sender.minimumWindow = min(sender.minimumWindow, window)
    sender.maximumWindow = max(sender.maximumWindow, window)
    if window == 0 {
      sender.trouble.zeroWindows &+= 1
      events.add(.zeroWindow, direction)
      if sender.zeroWindowSince == .min {
        sender.zeroWindowSince = segment.time
        sender.closedWindow.close()
      }
    } else if sender.zeroWindowSince != .min {
      let wait = sender.closedWindow.open(
        since: sender.zeroWindowSince,
        at: segment.time,
        isAnswer: segment.payload > 0
      )
      sender.trouble.zeroWindowWait.addClamped(wait)
      sender.trouble.zeroWindowTime.addClamped(
        max(0, segment.time &- sender.zeroWindowSince)
      )
      sender.zeroWindowSince = .min
    } else if sender.closedWindow.opened != .min, segment.payload > 0 {
      sender.closedWindow.answer()
    }
    if segment.length == 0, window > before, acknowledged == acknowledgedBefore,
      segment.start == sender.high, sender.hasSent
    {
      sender.trouble.windowUpdates &+= 1
      events.add(.windowUpdate, direction, value: Int64(window))
    }
    let edge = acknowledged &+ Int64(window)
    if edge < sender.windowEdge, sender.isScaleKnown, acknowledged >= acknowledgedBefore {
      sender.trouble.windowShrinks &+= 1
      events.add(.windowShrink, direction, value: sender.windowEdge &- edge)
    }
    sender.windowEdge = edge
  }

  /// Notes data, or a probe, for a window of `owner` that is closed or has just been opened.
  @inline(never)
  static func takeAwaited(_ segment: Segment, by owner: inout TCPHalf) {
    let wait = owner.closedWindow.receive(
      at: segment.time,
      isClosed: owner.zeroWindowSince != .min,
      pathRTT: segment.pathRTT
    )
    if wait > 0 { owner.trouble.zeroWindowWait.addClamped(wait) }
  }

  /// Notes a data segment that reaches the end of the other side's window.
  static func checkWindowFull(
    _ segment: Segment,
    direction: FlowDirection,
    sender: inout TCPHalf,
    peerWindow: UInt32,
    events: inout TCPEvents
  ) {
    guard segment.payload > 0, sender.isScaleKnown, peerWindow > 0 else { return }
    let used = segment.end &- sender.acknowledged
    // A sender that avoids silly windows stops where a full segment does not fit (RFC 9293 §3.8.6.2.1).
    guard used &+ Int64(sender.maximumSegment) > Int64(peerWindow) else { return }
    sender.windowFullSince = segment.time
    guard segment.flags.isDisjoint(with: [.syn, .fin, .rst]), used >= Int64(peerWindow) else {
      return
    }
    sender.trouble.windowFull &+= 1
    events.add(.windowFull, direction, sequence: segment.start, value: Int64(peerWindow))
  }

  /// Ends the time in which `owner` found the other side's window full, once a full segment fits.
  static func openFullWindow(at time: Int64, owner: inout TCPHalf, window: UInt32) {
    let used = owner.high &- owner.acknowledged
    guard used &+ Int64(owner.maximumSegment) <= Int64(window) else { return }
    owner.windowLimitedTime.addClamped(max(0, time &- owner.windowFullSince))
    owner.windowFullSince = .min
  }

  /// Settles the window scales once both SYNs have been seen (RFC 7323 §2.2: both or neither;
  /// §2.3: a shift above 14 counts as 14).
  static func settleScales(_ sender: inout TCPHalf, _ receiver: inout TCPHalf) {
    guard sender.sawSYN, receiver.sawSYN else { return }
    let isScaled = sender.offeredScale != 255 && receiver.offeredScale != 255
    sender.scale = isScaled ? min(14, sender.offeredScale) : 0
    receiver.scale = isScaled ? min(14, receiver.offeredScale) : 0
    sender.isScaleKnown = true
    receiver.isScaleKnown = true
  }
}
