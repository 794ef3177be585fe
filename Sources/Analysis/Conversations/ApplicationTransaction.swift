package import Dissection

/// Something that an application did in a flow.
package struct ApplicationTransaction: Sendable {
  package var flow: FlowIdentity
  package var content: ApplicationContent

  package init(flow: FlowIdentity, content: ApplicationContent) {
    self.flow = flow
    self.content = content
  }
}

/// What it was, by protocol.
package enum ApplicationContent: Sendable {
  case http(HTTPTransaction)
  case tls(TLSSession)
  case quic(QUICConnection)
}
