/// What both sides of an HTTP connection have to know of each other's messages.
struct WiresharkHTTPExchange: Sendable {
  /// A head was seen: what is not one now continues something.
  private(set) var isSeen = false
  private(set) var isWebSocket = false
  /// For each request without an answer, the oldest in the lowest bit, whether it was HEAD; of more
  /// than 64 the latest are left out.
  private var heads: UInt64 = 0
  private var waiting = 0

  var answersHEAD: Bool { waiting > 0 && heads & 1 != 0 }

  mutating func note(_ message: WiresharkHTTPHead) {
    isSeen = true
    if message.becomesWebSocket { isWebSocket = true }
    if message.isRequest {
      guard waiting < 64 else { return }
      if message.isHEAD { heads |= 1 << UInt64(waiting) }
      waiting += 1
    } else if message.isFinal, waiting > 0 {
      heads >>= 1
      waiting -= 1
    }
  }

  /// Notes a message that the capture has in part.
  mutating func noteCut() { isSeen = true }
}
