extension CaptureFacts {
  /// Adds what a file of a merge says apart from its packets.
  mutating func include(_ file: CaptureFacts) {
    if sections.isEmpty {
      format = file.format
      byteOrder = file.byteOrder
      compression = file.compression
      snapLength = file.snapLength
    }
    snapLength = max(snapLength, file.snapLength)
    fileSize &+= file.fileSize
    bytesRead &+= file.bytesRead
    recoveredPackets &+= file.recoveredPackets
    packetsBelowCapturedLength &+= file.packetsBelowCapturedLength
    packetsWithoutTime &+= file.packetsWithoutTime
    if file.packetsWithoutTime > 0, timeOrder == .ordered { timeOrder = .unknown }
    sections += file.sections
    interfacesRefused &+= file.interfacesRefused
    names += file.names
    secrets += file.secrets
    droppedBeforePackets =
      droppedBeforePackets.addingReportingOverflow(file.droppedBeforePackets)
      .partialValue
    skippedBlocks.merge(file.skippedBlocks) { $0 &+ $1 }
    metadataRefused &+= file.metadataRefused
    damage += file.damage
    furtherDamage &+= file.furtherDamage
  }
}
