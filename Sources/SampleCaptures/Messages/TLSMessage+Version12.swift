/// TLS 1.2, whose certificates an observer can read (RFC 5246, RFC 8422).
extension TLSMessage {
  enum AlertDescription: UInt8 {
    case handshakeFailure = 40
  }

  private enum HandshakeType {
    static let serverHello: UInt8 = 2
    static let certificate: UInt8 = 11
    static let serverKeyExchange: UInt8 = 12
    static let serverHelloDone: UInt8 = 14
    static let clientKeyExchange: UInt8 = 16
  }

  /// ServerHello to ServerHelloDone, with the chain's certificates in DER.
  static func serverFlight(
    certificates: [[UInt8]],
    suite: UInt16,
    using random: inout RandomSource
  ) -> [TCPPlan.Content] {
    let (nonce, session, key) = (random.bytes(32), random.bytes(32), random.bytes(32))
    let signature = random.bytes(256)
    let hello = handshake(type: HandshakeType.serverHello) { hello in
      hello.put16(0x0303)
      hello.put(nonce)
      hello.vector(lengthBytes: 1) { $0.put(session) }
      hello.put16(suite)
      hello.put8(0)
      hello.vector(lengthBytes: 2) { extensions in
        putExtension(0xFF01, into: &extensions) { $0.put8(0) }
      }
    }
    let chain = handshake(type: HandshakeType.certificate) { message in
      message.vector(lengthBytes: 3) { list in
        for certificate in certificates { list.vector(lengthBytes: 3) { $0.put(certificate) } }
      }
    }
    let keyExchange = handshake(type: HandshakeType.serverKeyExchange) { message in
      message.put8(3)
      message.put16(0x001D)
      message.vector(lengthBytes: 1) { $0.put(key) }
      message.put16(0x0804)
      message.vector(lengthBytes: 2) { $0.put(signature) }
    }
    let done = handshake(type: HandshakeType.serverHelloDone) { _ in }
    return [hello, chain, keyExchange, done].map { .bytes($0) }
  }

  /// The client's key, then what is encrypted from there on.
  static func clientKeyExchange(using random: inout RandomSource) -> [TCPPlan.Content] {
    let key = random.bytes(32)
    let message = handshake(type: HandshakeType.clientKeyExchange) { message in
      message.vector(lengthBytes: 1) { $0.put(key) }
    }
    return [.bytes(message)] + finished
  }

  /// ChangeCipherSpec and the encrypted Finished of either side.
  static var finished: [TCPPlan.Content] {
    [.bytes(changeCipherSpec), .bytes([ContentType.handshake, 3, 3, 0, 40]), .noise(40)]
  }

  /// A fatal alert in clear text.
  static func fatalAlert(_ description: AlertDescription) -> [TCPPlan.Content] {
    [.bytes([ContentType.alert, 3, 3, 0, 2, 2, description.rawValue])]
  }
}
