/// The part of TLS 1.3 that an observer can read (RFC 8446).
///
/// Hellos are complete; what follows them is encrypted on a real wire and noise in records here.
enum TLSMessage {
  enum ContentType {
    static let changeCipherSpec: UInt8 = 20
    static let alert: UInt8 = 21
    static let handshake: UInt8 = 22
    static let applicationData: UInt8 = 23
  }

  /// The most payload a record carries here, in bytes; the protocol allows 16,640.
  private static let recordLimit = 16_401

  static func clientHello(
    serverName: String,
    protocols: [String] = ["h2", "http/1.1"],
    using random: inout RandomSource
  ) -> [TCPPlan.Content] {
    let (nonce, session, key) = (random.bytes(32), random.bytes(32), random.bytes(32))
    return [
      .bytes(
        handshake(type: 1) { hello in
          hello.put16(0x0303)
          hello.put(nonce)
          hello.vector(lengthBytes: 1) { $0.put(session) }
          hello.vector(lengthBytes: 2) { suites in
            for suite in [0x1301, 0x1302, 0x1303, 0xC02F, 0xC030] as [UInt16] {
              suites.put16(suite)
            }
          }
          hello.vector(lengthBytes: 1) { $0.put8(0) }
          hello.vector(lengthBytes: 2) { extensions in
            putServerName(serverName, into: &extensions)
            putNegotiation(protocols, into: &extensions)
            putKeyShare(key, into: &extensions)
          }
        }
      )
    ]
  }

  /// ServerHello, then the encrypted flight with the certificate.
  static func serverFlight(
    certificateLength: Int,
    using random: inout RandomSource
  ) -> [TCPPlan.Content] {
    let (nonce, session, key) = (random.bytes(32), random.bytes(32), random.bytes(32))
    let hello = handshake(type: 2) { hello in
      hello.put16(0x0303)
      hello.put(nonce)
      hello.vector(lengthBytes: 1) { $0.put(session) }
      hello.put16(0x1301)
      hello.put8(0)
      hello.vector(lengthBytes: 2) { extensions in
        putExtension(43, into: &extensions) { $0.put16(0x0304) }
        putExtension(51, into: &extensions) { share in
          share.put16(0x001D)
          share.vector(lengthBytes: 2) { $0.put(key) }
        }
      }
    }
    return [.bytes(hello), .bytes(changeCipherSpec)] + records(certificateLength)
  }

  /// The client's answer to the server's flight.
  static var clientFinished: [TCPPlan.Content] {
    [.bytes(changeCipherSpec)] + records(53)
  }

  /// Encrypted application data of a length, in records.
  static func records(_ length: Int) -> [TCPPlan.Content] {
    var content: [TCPPlan.Content] = []
    var remaining = length
    while remaining > 0 {
      let part = min(remaining, recordLimit)
      let head = [ContentType.applicationData, 3, 3, UInt8(part >> 8), UInt8(part & 0xFF)]
      content += [.bytes(head), .noise(part)]
      remaining -= part
    }
    return content
  }

  static let changeCipherSpec = [ContentType.changeCipherSpec, 3, 3, 0, 1, 1]

  static func handshake(type: UInt8, _ body: (inout ByteWriter) -> Void) -> [UInt8] {
    var record = ByteWriter()
    record.put8(ContentType.handshake)
    record.put16(type == 1 ? 0x0301 : 0x0303)
    record.vector(lengthBytes: 2) { message in
      message.put8(type)
      message.vector(lengthBytes: 3, body)
    }
    return record.bytes
  }

  private static func putServerName(_ name: String, into writer: inout ByteWriter) {
    putExtension(0, into: &writer) { list in
      list.vector(lengthBytes: 2) { entry in
        entry.put8(0)
        entry.vector(lengthBytes: 2) { $0.put(name.utf8) }
      }
    }
  }

  private static func putNegotiation(_ protocols: [String], into writer: inout ByteWriter) {
    putExtension(10, into: &writer) { groups in
      groups.vector(lengthBytes: 2) { list in
        list.put16(0x001D)
        list.put16(0x0017)
      }
    }
    putExtension(13, into: &writer) { algorithms in
      algorithms.vector(lengthBytes: 2) { list in
        for algorithm in [0x0403, 0x0804, 0x0401] as [UInt16] { list.put16(algorithm) }
      }
    }
    putExtension(16, into: &writer) { names in
      names.vector(lengthBytes: 2) { list in
        for name in protocols { list.vector(lengthBytes: 1) { $0.put(name.utf8) } }
      }
    }
    putExtension(43, into: &writer) { versions in
      versions.vector(lengthBytes: 1) { list in
        list.put16(0x0304)
        list.put16(0x0303)
      }
    }
  }

  private static func putKeyShare(_ key: [UInt8], into writer: inout ByteWriter) {
    putExtension(51, into: &writer) { shares in
      shares.vector(lengthBytes: 2) { list in
        list.put16(0x001D)
        list.vector(lengthBytes: 2) { $0.put(key) }
      }
    }
  }

  static func putExtension(
    _ type: UInt16,
    into writer: inout ByteWriter,
    _ body: (inout ByteWriter) -> Void
  ) {
    writer.put16(type)
    writer.vector(lengthBytes: 2, body)
  }
}
