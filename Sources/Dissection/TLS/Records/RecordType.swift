/// What a record carries (RFC 8446 §5.1).
package enum RecordType: UInt8, Sendable {
  case changeCipherSpec = 20
  case alert = 21
  case handshake = 22
  case applicationData = 23
  case heartbeat = 24
}
