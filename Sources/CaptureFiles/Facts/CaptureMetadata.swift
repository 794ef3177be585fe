/// A name that a pcapng file records for an address.
package struct CaptureName: Equatable, Sendable {
  /// 4 bytes of IPv4, 16 of IPv6, 6 of EUI-48 or 8 of EUI-64.
  package var address: [UInt8]
  package var names: [String]

  package init(address: [UInt8], names: [String]) {
    self.address = address
    self.names = names
  }
}

/// Secrets for decryption that travel inside a pcapng file.
package struct CaptureSecrets: Equatable, Sendable {
  /// Kind as the block says it: 0x544C534B is a TLS key log.
  package var kind: UInt32
  /// Bytes that the file holds.
  package var length: Int
  /// The secrets; empty where they exceed the limit of what is kept.
  package var bytes: [UInt8]

  package init(kind: UInt32, length: Int, bytes: [UInt8]) {
    self.kind = kind
    self.length = length
    self.bytes = bytes
  }

  /// Keys of TLS sessions as NSS writes them.
  package static let tlsKeyLog: UInt32 = 0x544C_534B
}

/// A comment on one packet.
package struct CapturePacketComment: Equatable, Sendable {
  /// Frame number, from 1.
  package var frame: UInt64
  package var text: String

  package init(frame: UInt64, text: String) {
    self.frame = frame
    self.text = text
  }
}
