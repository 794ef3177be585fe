/// A message that fills a datagram.
package protocol DatagramMessage: Equatable, Sendable {
  init(parsing bytes: RawSpan) throws(DissectionError)
}

extension DHCPMessage: DatagramMessage {}
extension NetBIOSDatagram: DatagramMessage {}
extension NetBIOSNameMessage: DatagramMessage {}
extension SSDPMessage: DatagramMessage {}

package typealias DHCPDatagrams = DatagramMessages<DHCPMessage>
package typealias NetBIOSDatagrams = DatagramMessages<NetBIOSDatagram>
package typealias NetBIOSNameDatagrams = DatagramMessages<NetBIOSNameMessage>
package typealias SSDPDatagrams = DatagramMessages<SSDPMessage>
