/// The messages of a flow one by one; each portion of a side is one datagram.
///
/// For protocols whose questions and answers do not meet in a flow, because they go to groups:
/// DHCP, SSDP, NetBIOS.
package struct DatagramMessages<Message: DatagramMessage>: DatagramDissector {
  package struct Received: Equatable, Sendable {
    package var message: Message
    package var sender: Role
    package var moment: Moment
  }

  package var finished: [Received] = []
  package private(set) var malformedMessages: UInt64 = 0

  package init() {}

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    do throws(DissectionError) {
      let message = try Message(parsing: bytes)
      finished.append(Received(message: message, sender: role, moment: moment))
    } catch {
      malformedMessages += 1
    }
  }

  package mutating func finish(at moment: Moment) {}
}
