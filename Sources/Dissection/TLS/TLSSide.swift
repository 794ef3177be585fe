/// What is known of one side's records between two deliveries.
struct TLSSide: Sendable {
  var records = RecordReader()
  var handshake = HandshakeAssembler()
  /// Whether nothing came yet.
  var isAtStart = true
  /// What the present record carries.
  var type: RecordType?
  /// Whether the present record's body is encrypted or nothing that can be read.
  var isOpaque = false
  /// Whether its ChangeCipherSpec went by.
  var hasChangedCipher = false
  /// The first byte of an alert whose second has not come.
  var alertLevel: UInt8?
}
