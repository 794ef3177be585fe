/// DHCP over UDP: each portion of a side is one datagram.
///
/// It puts out messages, because an exchange is spread over flows: ``DHCPTransactions`` ties them
/// together for a whole capture.
package struct DHCPDatagrams: StreamDissector {
  package struct Received: Equatable, Sendable {
    package var message: DHCPMessage
    package var moment: Moment
  }

  package var finished: [Received] = []
  package private(set) var malformedMessages: UInt64 = 0

  package init() {}

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    do throws(DissectionError) {
      finished.append(Received(message: try DHCPMessage(parsing: bytes), moment: moment))
    } catch {
      malformedMessages += 1
    }
  }

  package mutating func skip(_ count: Int64, from role: Role, at moment: Moment) {}

  package mutating func close(_ role: Role, at moment: Moment) {}

  package mutating func finish(at moment: Moment) {}
}
