/// What is known of one side's records between two deliveries.
struct TLSSide: Sendable {
  var records = RecordReader()
  var handshake = HandshakeAssembler()
  /// Whether nothing came yet.
  var isAtStart = true
  /// Whether the present record's body is encrypted or nothing that can be read.
  var isOpaque = false
  /// Whether its ChangeCipherSpec went by.
  var hasChangedCipher = false
  /// The first byte of an alert whose second has not come.
  var alertLevel: UInt8?
}

extension Role {
  /// The place of a side among those of both.
  var index: Int { self == .client ? 0 : 1 }
}
