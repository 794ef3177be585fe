internal import Analysis
internal import Packets

extension JSONWriter {
  /// Of each kind of talker so many are written.
  static var talkerLimit: Int { 50 }

  mutating func write(
    _ key: StaticString,
    _ talkers: Talkers,
    _ hardware: HardwareEndpoints,
    _ names: NameSource
  ) {
    let interfaces = hardware.interfaces
    beginObject(key)
    beginArray("hosts")
    for host in talkers.hosts.heaviest(Self.talkerLimit) {
      beginObject()
      field("address", host.key)
      write(interfaces[host.key], names)
      write(names.origin(host.key))
      write(host.tally, missed: host.missed)
      endObject()
    }
    endArray()
    beginArray("pairs")
    for pair in talkers.pairs.heaviest(Self.talkerLimit) {
      beginObject()
      field("a", pair.key.low)
      field("b", pair.key.high)
      field("flows", pair.tally.flows)
      field("packets_a_to_b", pair.tally.packetsSent)
      field("bytes_a_to_b", pair.tally.bytesSent)
      field("packets_b_to_a", pair.tally.packetsReceived)
      field("bytes_b_to_a", pair.tally.bytesReceived)
      field("missed_bytes", pair.missed)
      endObject()
    }
    endArray()
    write("ports", talkers.ports)
    write("services", talkers.services)
    write("hardware", hardware, names)
    endObject()
  }

  private mutating func write(
    _ key: StaticString,
    _ services: HeavyHitters<Service, TrafficTally>
  ) {
    beginArray(key)
    for service in services.heaviest(Self.talkerLimit) {
      beginObject()
      if let address = service.key.address { field("address", address) }
      field("transport", service.key.transport.name)
      field("port", service.key.port)
      write(service.tally, missed: service.missed)
      endObject()
    }
    endArray()
  }

  private mutating func write(_ tally: TrafficTally, missed: UInt64) {
    field("flows", tally.flows)
    field("packets_sent", tally.packetsSent)
    field("bytes_sent", tally.bytesSent)
    field("packets_received", tally.packetsReceived)
    field("bytes_received", tally.bytesReceived)
    field("missed_bytes", missed)
  }

  /// The hierarchy as a list of ways from the link down ("eth:ip:tcp"), each after the one that it
  /// goes on from.
  mutating func write(_ key: StaticString, _ protocols: ProtocolTree) {
    beginArray(key)
    write(protocols, under: "")
    endArray()
  }

  private mutating func write(_ tree: ProtocolTree, under way: String) {
    for (name, inside) in tree.sorted {
      let path = way.isEmpty ? name : "\(way):\(name)"
      beginObject()
      field("path", path)
      field("frames", inside.frames)
      field("bytes", inside.bytes)
      endObject()
      write(inside, under: path)
    }
  }
}
