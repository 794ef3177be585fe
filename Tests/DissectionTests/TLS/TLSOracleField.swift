import Dissection

/// A field that tshark shows of TLS, and where Apus has it.
struct TLSOracleField: Sendable {
  /// The values of a session with the frames they came in.
  typealias Values = [(frame: UInt64, value: String)]

  var name: String
  var values: @Sendable (TLSSession) -> Values

  static let all: [TLSOracleField] = [
    TLSOracleField(name: "tls.handshake.type") { session in
      session.messages.map { ($0.moment.frame, "\($0.kind.messageType?.rawValue ?? 0)") }
    },
    hellos("tls.handshake.version") {
      "0x" + hex($0.legacyVersion.rawValue)
    } server: {
      "0x" + hex($0.legacyVersion.rawValue)
    },
    TLSOracleField(name: "tls.handshake.ciphersuite") { session in
      session.clientHellos.flatMap { frame, hello in
        hello.cipherSuites.map { (frame, "0x" + hex($0.rawValue)) }
      } + session.serverHellos.map { ($0, "0x" + hex($1.cipherSuite.rawValue)) }
    },
    hellos("tls.handshake.extensions_server_name") {
      $0.serverName
    } server: { _ in
      nil
    },
    TLSOracleField(name: "tls.handshake.extensions_alpn_str") { session in
      session.clientHellos.flatMap { frame, hello in
        hello.applicationProtocols.map { (frame, String(decoding: $0, as: UTF8.self)) }
      }
        + session.serverHellos.compactMap { frame, hello in
          hello.applicationProtocol.map { (frame, String(decoding: $0, as: UTF8.self)) }
        }
    },
    TLSOracleField(name: "tls.handshake.extensions.supported_version") { session in
      session.clientHellos.flatMap { frame, hello in
        hello.supportedVersions.map { (frame, "0x" + hex($0.rawValue)) }
      }
        + session.serverHellos.compactMap { frame, hello in
          hello.selectedVersion.map { (frame, "0x" + hex($0.rawValue)) }
        }
    },
    hellos("tls.handshake.session_id") {
      text(Array($0.sessionID))
    } server: {
      text(Array($0.sessionID))
    },
    TLSOracleField(name: "tls.handshake.extension.type") { session in
      session.clientHellos.flatMap { frame, hello in hello.extensions.map { (frame, "\($0)") } }
        + session.serverHellos.flatMap { frame, hello in hello.extensions.map { (frame, "\($0)") } }
    },
    TLSOracleField(name: "tls.handshake.extensions_supported_group") { session in
      session.clientHellos.flatMap { frame, hello in
        hello.supportedGroups.map { (frame, "0x" + hex($0.rawValue)) }
      }
    },
    hellos("tls.handshake.ja3") {
      JA3($0).hash
    } server: { _ in
      nil
    },
    hellos("tls.handshake.ja3_full") {
      JA3($0).text
    } server: { _ in
      nil
    },
    hellos("tls.handshake.ja3s") { _ in
      nil
    } server: {
      JA3($0).hash
    },
    TLSOracleField(name: "tls.alert_message.level") { session in
      session.alerts.compactMap { alert in
        alert.level.map { (alert.moment.frame, "\($0.rawValue)") }
      }
    },
    TLSOracleField(name: "tls.alert_message.desc") { session in
      session.alerts.compactMap { alert in
        alert.description.map { (alert.moment.frame, "\($0.rawValue)") }
      }
    },
    certificates("x509ce.dNSName") { certificate in
      certificate.alternativeNames.compactMap { name in
        if case .dns(let text) = name { text } else { nil }
      }
    },
    certificates("x509af.serialNumber") { [$0.serialNumber.hexadecimalText] },
    certificates("x509af.utcTime") { certificate in
      [certificate.notBefore, certificate.notAfter].compactMap { $0.map(date) }
    },
  ]

  private static func hellos(
    _ name: String,
    client: @escaping @Sendable (ClientHello) -> String?,
    server: @escaping @Sendable (ServerHello) -> String?
  ) -> TLSOracleField {
    TLSOracleField(name: name) { session in
      session.clientHellos.compactMap { frame, hello in client(hello).map { (frame, $0) } }
        + session.serverHellos.compactMap { frame, hello in server(hello).map { (frame, $0) } }
    }
  }

  private static func certificates(
    _ name: String,
    _ values: @escaping @Sendable (X509Certificate) -> [String]
  ) -> TLSOracleField {
    TLSOracleField(name: name) { session in
      session.serverCertificates.compactMap(\.certificate).flatMap { certificate in
        values(certificate).map { (session.moments.certificate?.frame ?? 0, $0) }
      }
    }
  }

  private static func hex(_ number: UInt16) -> String {
    [UInt8(number >> 8), UInt8(number & 0xff)].hexadecimalText
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    bytes.isEmpty ? nil : bytes.hexadecimalText
  }

  /// As tshark writes dates of certificates.
  private static func date(_ seconds: Int64) -> String {
    CivilTime(seconds: seconds).description
  }
}

extension TLSSession {
  /// The hellos of the client with the frames that completed them.
  var clientHellos: [(UInt64, ClientHello)] {
    [(moments.clientHello, clientHello), (moments.secondClientHello, secondClientHello)]
      .compactMap { moment, hello in hello.map { (moment?.frame ?? 0, $0) } }
  }

  /// The hellos of the server with the frames that completed them.
  var serverHellos: [(UInt64, ServerHello)] {
    [(moments.helloRetryRequest, helloRetryRequest), (moments.serverHello, serverHello)]
      .compactMap { moment, hello in hello.map { (moment?.frame ?? 0, $0) } }
  }
}
