import Flows
import Packets

@testable import Analysis

extension FlowRecord {
  /// A TCP flow that begins with a SYN in the frame with this number.
  static func attempt(
    _ attempt: ConnectionAttempt,
    from client: UInt32 = 1,
    to server: UInt32 = 2,
    _ port: UInt16 = 80,
    frame: UInt64 = 1,
    milliseconds: Int64 = 0
  ) -> FlowRecord {
    connection(
      change: {
        $0.id = frame
        $0.originator = Endpoint(address: IPAddress(v4: client), port: 40_000)
        $0.responder = Endpoint(address: IPAddress(v4: server), port: port)
        $0.firstFrame = frame
        $0.first = Timestamp(nanoseconds: milliseconds * 1_000_000)
        $0.last = $0.first
        if attempt != .made { $0.forward.packets = 1 }
        if attempt == .aborted { $0.forward.packets = 2 }
        if attempt == .unanswered { $0.backward.packets = 0 }
      },
      tcp: {
        $0.isRefused = attempt == .refused
        $0.originator.resets = attempt == .aborted ? 1 : 0
      }
    )
  }
}
