import Dissection
import Packets

/// What a TCP conversation of a capture delivered to both ends, in order.
struct CapturedConversation {
  /// A step of the conversation as a dissector is told of it.
  enum Step {
    case bytes([UInt8])
    case gap(Int64)
    case close
  }

  struct Delivery {
    /// Whether the sender of the conversation's first packet sent it.
    var isForward: Bool
    var step: Step
    var moment: Moment
  }

  /// The frame of its first packet, which tells which of tshark's streams it is.
  var firstFrame: UInt64
  var client: String
  var clientPort: UInt16
  var server: String
  var serverPort: UInt16
  var deliveries: [Delivery] = []
  var last = Moment(frame: 0, time: 0)

  /// What a dissector makes of it; `nil` if it recognises neither side's first bytes.
  func dissect<Dissector: StreamDissector>(
    with empty: Dissector,
    recognise: (RawSpan) -> Recognition
  ) -> Dissector? {
    guard let forward = forwardRole(recognise) else { return nil }
    var dissector = empty
    for delivery in deliveries {
      let role = delivery.isForward ? forward : forward.peer
      switch delivery.step {
      case .bytes(let bytes):
        dissector.receive(bytes.span.bytes, from: role, at: delivery.moment)
      case .gap(let count): dissector.skip(count, from: role, at: delivery.moment)
      case .close: dissector.close(role, at: delivery.moment)
      }
    }
    dissector.finish(at: last)
    return dissector
  }

  /// The part of the first packet's sender, by the first side that is recognised.
  private func forwardRole(_ recognise: (RawSpan) -> Recognition) -> Role? {
    var starts: [Bool: [UInt8]] = [:]
    for delivery in deliveries {
      guard case .bytes(let bytes) = delivery.step else { continue }
      starts[delivery.isForward, default: []] += bytes
      let start = starts[delivery.isForward, default: []]
      if case .yes(let role) = recognise(start.span.bytes) {
        return delivery.isForward ? role : role.peer
      }
    }
    return nil
  }
}
