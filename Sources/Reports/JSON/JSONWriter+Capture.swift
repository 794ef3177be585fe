package import CaptureFiles
internal import Packets

extension JSONWriter {
  /// Writes what is known of a capture file apart from its packets.
  package mutating func write(_ facts: CaptureFacts) {
    beginObject()
    field("name", facts.name)
    field("format", facts.format.name)
    field("byte_order", facts.byteOrder == .little ? "little" : "big" as StaticString)
    field("compression", facts.compression?.rawValue)
    field("file_size", facts.fileSize)
    field("bytes_read", facts.bytesRead)
    field("snap_length", facts.snapLength)
    field("packets", facts.packets)
    field("recovered_packets", facts.recoveredPackets)
    field("data_bytes", facts.dataBytes)
    field("captured_bytes", facts.capturedBytes)
    field("shortest_cut", facts.cutLengths?.lowerBound)
    field("longest_cut", facts.cutLengths?.upperBound)
    field("first_ns", facts.firstTime)
    field("last_ns", facts.lastTime)
    field("earliest_ns", facts.earliestTime)
    field("latest_ns", facts.latestTime)
    field("duration_ns", facts.duration)
    field("time_order", facts.timeOrder.rawValue)
    field("time_precision_digits", UInt64(clamping: facts.precision.digits))
    field("packets_without_time", facts.packetsWithoutTime)
    field("dropped_before_packets", facts.droppedBeforePackets)
    field("hardware", facts.hardware)
    field("operating_system", facts.operatingSystem)
    field("application", facts.application)
    beginArray("comments")
    for comment in facts.comments { element(comment) }
    endArray()
    beginArray("interfaces")
    for interface in facts.interfaces { write(interface) }
    endArray()
    beginArray("damage")
    for damage in facts.damage { write(damage) }
    endArray()
    field("further_damage", facts.furtherDamage)
    field("interfaces_refused", facts.interfacesRefused)
    field("metadata_refused", facts.metadataRefused)
    endObject()
  }

  private mutating func write(_ interface: CaptureInterface) {
    beginObject()
    field("index", UInt64(clamping: interface.index))
    field("name", interface.name)
    field("description", interface.description)
    field("link_type", interface.linkType)
    field("link_name", LinkType(rawValue: interface.linkType).names.short)
    field("snap_length", interface.snapLength)
    field("ticks_per_second", interface.precision.unitsPerSecond)
    field("speed", interface.speed)
    field("packets", interface.packets)
    field("received", interface.statistics.received)
    field("dropped_by_interface", interface.statistics.droppedByInterface)
    field("dropped_by_system", interface.statistics.droppedBySystem)
    endObject()
  }

  private mutating func write(_ damage: CaptureDamage) {
    beginObject()
    field("byte_offset", damage.byteOffset)
    field("reason", damage.reason.description)
    field("packets_before", damage.packetsBefore)
    field("bytes_skipped", damage.bytesSkipped)
    field("resumed", damage.resumed)
    endObject()
  }
}
