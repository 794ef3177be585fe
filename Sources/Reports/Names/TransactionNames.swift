internal import Analysis
internal import Dissection
internal import Packets

// The names that outputs give to the values of application protocols. They are part of the published
// formats (docs/outputs.md): a name may be added, never changed.

extension Role {
  var name: StaticString { self == .client ? "client" : "server" }
}

extension DNSTransport {
  var name: StaticString {
    switch self {
    case .udp: "udp"
    case .tcp: "tcp"
    case .multicast: "multicast"
    case .linkLocal: "link_local"
    }
  }
}

extension TLSResumption {
  var name: StaticString {
    switch self {
    case .sessionID: "session_id"
    case .ticket: "ticket"
    case .preSharedKey: "pre_shared_key"
    }
  }
}

extension TLSAlert.Level {
  var name: StaticString { self == .warning ? "warning" : "fatal" }
}

extension AlternativeName {
  /// The name alone; addresses as text.
  var text: String {
    switch self {
    case .dns(let name), .mail(let name): name
    case .uri(let uri): uri.withoutUserInfo
    case .address(let bytes): IPAddress(bytes: bytes).map { "\($0)" } ?? bytes.hexadecimalText
    }
  }
}

extension PublicKeyKind {
  /// The algorithm and what tells its strength: "RSA 2048", "EC secp256r1".
  var text: String {
    switch self {
    case .rsa(let bits, _): "RSA \(bits)"
    case .ellipticCurve(let curve): "EC \(curve)"
    case .dsa: "DSA"
    case .ed25519: "Ed25519"
    case .ed448: "Ed448"
    case .other(let name): name
    }
  }
}

extension SNMPMessage.Version {
  var name: StaticString {
    switch self {
    case .v1: "1"
    case .v2c: "2c"
    case .v3: "3"
    }
  }
}
