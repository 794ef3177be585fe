import Dissection
import Flows
import Packets

/// The reader of what a protocol makes room for in its own flow: TLS behind STARTTLS, anything in a
/// tunnel.
final class ConversationSuccessor {
  var reader: ConversationReader

  /// A reader of the successor; what it is unless only its bytes tell.
  init(
    _ successor: HandOver.Successor,
    of flow: FlowIdentity,
    server: FlowDirection,
    excluded: UInt64,
    _ limits: ConversationLimits,
    depth: Int
  ) {
    var inner = flow
    if case .any(let port) = successor { inner.setPort(port ?? 0, of: server) }
    reader = ConversationReader(inner, excluded: excluded, limits, depth: depth)
    if successor == .tls, excluded & ApplicationProtocol.tls.bit == 0 {
      reader.begin(.tls, client: server.reversed)
    }
  }
}
