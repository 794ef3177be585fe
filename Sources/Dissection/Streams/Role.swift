/// Which part a side plays in an application protocol; content tells it, whoever opened the flow.
package enum Role: Sendable {
  case client
  case server

  package var peer: Role {
    switch self {
    case .client: .server
    case .server: .client
    }
  }
}
