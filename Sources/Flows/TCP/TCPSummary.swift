package import Packets

/// What a TCP connection did, for its flow record.
@usableFromInline package struct TCPSummary: Sendable {
  /// No SYN was captured: sequence base, scale and handshake times are unknown.
  package var isPartial = false
  package var isSimultaneousOpen = false
  /// The responder answered the SYN with a RST.
  package var isRefused = false
  /// The connection re-used the 5-tuple of an earlier one.
  package var portReuse: PortReuse?
  /// The flow that was first to show this same connection, on another encapsulation path (mirrored
  /// twice); totals and assessments are of that one alone.
  package var mirrorOf: UInt64?
  /// RSTs outside the window, and RSTs that do not fit their sender.
  package var resetsOutOfWindow: UInt32 = 0
  package var resetsSuspicious: UInt32 = 0
  package var handshake = HandshakeTimes()
  package var stages = StageTimes()
  package var ecnNegotiated = false
  /// Zeek's view, for `conn.log`.
  package var zeekState: ZeekState = .other
  package var zeekHistory = ZeekHistory()
  /// Bytes in content gaps: like `missedBytes`, but only of connections that Zeek saw opening, and
  /// bytes captured after their acknowledgment count.
  package var zeekMissedBytes: UInt64 = 0
  /// When both sides had closed or reset; packets after it do not lengthen Zeek's duration.
  package var zeekEnd: Timestamp?

  /// Both sides and where the time went, on the heap: a record is handed on several times, and they
  /// are most of its size.
  @usableFromInline var sides = Sides.empty

  package init() {}

  // Inlined, because a coroutine that is called takes its frame from the heap.
  @inlinable package var originator: TCPDirectionSummary {
    _read { yield sides.originator }
    _modify {
      var changed = sides.originator
      yield &changed
      sides = Sides(originator: changed, responder: sides.responder, timeSpent: sides.timeSpent)
    }
  }

  @inlinable package var responder: TCPDirectionSummary {
    _read { yield sides.responder }
    _modify {
      var changed = sides.responder
      yield &changed
      sides = Sides(originator: sides.originator, responder: changed, timeSpent: sides.timeSpent)
    }
  }

  /// Where its time went; `nil` unless both sides were captured and one sent data.
  package var timeSpent: TimeSpent? {
    get { sides.timeSpent }
    set {
      if isKnownUniquelyReferenced(&sides) {
        sides.timeSpent = newValue
      } else {
        sides = Sides(originator: originator, responder: responder, timeSpent: newValue)
      }
    }
  }

  @inlinable package subscript(_ direction: FlowDirection) -> TCPDirectionSummary {
    _read {
      switch direction {
      case .originator: yield sides.originator
      case .responder: yield sides.responder
      }
    }
  }

  // It changes only while there is one reference to it.
  @usableFromInline final class Sides: @unchecked Sendable {
    static let empty = Sides(
      originator: TCPDirectionSummary(),
      responder: TCPDirectionSummary(),
      timeSpent: nil
    )

    @usableFromInline let originator: TCPDirectionSummary
    @usableFromInline let responder: TCPDirectionSummary
    @usableFromInline fileprivate(set) var timeSpent: TimeSpent?

    @usableFromInline init(
      originator: TCPDirectionSummary,
      responder: TCPDirectionSummary,
      timeSpent: TimeSpent?
    ) {
      self.originator = originator
      self.responder = responder
      self.timeSpent = timeSpent
    }

    /// What both sides of a connection did, made in place.
    init(
      _ originator: TCPHalf,
      _ responder: TCPHalf,
      turns: TurnMeter,
      at last: Timestamp,
      _ timeSpent: TimeSpent?
    ) {
      let areScalesKnown = originator.offeredScale != 255 && responder.offeredScale != 255
      var first = originator.summary(at: last, isScaled: areScalesKnown)
      var second = responder.summary(at: last, isScaled: areScalesKnown)
      first.replies = turns.originatorReplies
      second.replies = turns.responderReplies
      self.originator = first
      self.responder = second
      self.timeSpent = timeSpent
    }
  }
}
