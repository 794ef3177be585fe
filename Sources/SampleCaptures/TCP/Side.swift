/// One of the two ends of a connection.
package enum Side: Int, Sendable {
  case client = 0
  case server = 1

  var other: Side { self == .client ? .server : .client }
}
