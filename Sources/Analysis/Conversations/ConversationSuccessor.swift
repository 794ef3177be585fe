import Dissection
import Flows
import Packets

/// The reader of what a protocol makes room for in its own flow: TLS behind STARTTLS, anything in a
/// tunnel.
final class ConversationSuccessor {
  var reader: ConversationReader

  /// A reader of the successor: of TLS alone where that was agreed on, else of what its bytes say.
  init(
    _ successor: HandOver.Successor,
    of flow: FlowIdentity,
    server: FlowDirection,
    excluded: UInt64,
    _ limits: ConversationLimits,
    depth: Int
  ) {
    switch successor {
    case .tls:
      let others = excluded | ~ApplicationProtocol.tls.bit
      reader = ConversationReader(flow, excluded: others, limits, depth: depth)
      reader.expect(.tls, client: server.reversed)
    case .any(let port):
      var inner = flow
      inner.setPort(port ?? 0, of: server)
      reader = ConversationReader(inner, excluded: excluded, limits, depth: depth)
    }
  }
}
