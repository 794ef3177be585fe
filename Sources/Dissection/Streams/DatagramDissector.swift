/// A dissector of datagrams: each portion of a side is one whole datagram.
///
/// Datagrams that were not captured leave no gap, and a side never says that it sends no more.
package protocol DatagramDissector: StreamDissector {}

extension DatagramDissector {
  package mutating func skip(_ count: Int64, from role: Role, at moment: Moment) {}

  package mutating func close(_ role: Role, at moment: Moment) {}
}
