internal import Analysis
internal import Dissection
internal import Packets

extension JSONWriter {
  /// The members that say where a host is; all are there, `null` where nothing is known.
  mutating func write(_ origin: HostOrigin?) {
    field("country", origin?.country)
    field("city", origin?.city)
    field("asn", origin?.systemNumber)
    field("as_organization", origin?.organization)
  }

  /// The members that say which interface a host has.
  mutating func write(_ interface: HardwareAddress?, _ names: NameSource) {
    field("hardware_address", interface?.description)
    field("vendor", interface.flatMap { names.vendor($0) })
  }

  /// The interfaces with the most bytes.
  mutating func write(_ key: StaticString, _ hardware: HardwareEndpoints, _ names: NameSource) {
    beginArray(key)
    for endpoint in hardware.heaviest(Self.talkerLimit) {
      beginObject()
      write(endpoint.address, names)
      beginArray("addresses")
      for address in endpoint.addresses { element(address.description) }
      endArray()
      field("packets_sent", endpoint.tally.packetsSent)
      field("bytes_sent", endpoint.tally.bytesSent)
      field("packets_received", endpoint.tally.packetsReceived)
      field("bytes_received", endpoint.tally.bytesReceived)
      endObject()
    }
    endArray()
  }
}
