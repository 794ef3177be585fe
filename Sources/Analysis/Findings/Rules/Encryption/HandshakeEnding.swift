import Dissection

/// How one side ended a TLS handshake before it was complete.
struct HandshakeEnding: Hashable, Sendable {
  enum Manner: Hashable, Sendable {
    /// With an alert that can be read.
    case alert(AlertDescription)
    /// With a reset and no such alert.
    case reset
    /// By closing the connection without such an alert.
    case close
  }

  var sender: Role
  var manner: Manner

  /// What it was, as it goes on after "ended with".
  var words: String {
    switch manner {
    case .alert(let alert): "the alert \(alert) by \(side)"
    case .reset: "a reset by \(side)"
    case .close: "a close by \(side)"
    }
  }

  /// What it means in plain words.
  var meaning: String {
    switch manner {
    case .alert(let alert): alert.meaning.words
    case .reset, .close:
      "it refuses the name, the version or the client without a word, or something on the way does "
        + "so in its place"
    }
  }

  var advice: String {
    switch manner {
    case .alert(let alert): alert.meaning.advice
    case .reset, .close:
      "Try the same name from another network (openssl s_client -connect, with and without "
        + "-servername): if it works there, look for a firewall or proxy that filters by name; else "
        + "look into the server's log, whether TLS is spoken on the port at all and whether it knows "
        + "the name."
    }
  }

  private var side: String { sender == .client ? "the client" : "the server" }
}
