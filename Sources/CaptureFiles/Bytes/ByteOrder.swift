/// The order in which a file writes the bytes of its integers.
package enum ByteOrder: String, Sendable {
  case little
  case big
}
