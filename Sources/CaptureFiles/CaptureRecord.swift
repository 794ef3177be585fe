/// One record of a capture file: where its bytes are and what the file says of them.
package struct CaptureRecord: Equatable, Sendable {
  /// Where the packet's bytes start in the batch's buffer.
  package var offset: Int
  /// Bytes of the packet in the file.
  package var capturedLength: UInt32
  /// Bytes of the packet on the wire; never below `capturedLength`.
  package var originalLength: UInt32
  /// Nanoseconds since the Unix epoch; 0 where the file has no time for the packet.
  package var nanoseconds: Int64
  /// Index into the capture's interfaces.
  package var interface: UInt32
  /// LINKTYPE_ value of that interface.
  package var linkType: UInt16
  /// Whether the file has a time for the packet; simple packet blocks of pcapng have none.
  package var hasTime: Bool
  /// Byte offset of the record in the file (after decompression).
  package var fileOffset: UInt64

  package init(
    offset: Int,
    capturedLength: UInt32,
    originalLength: UInt32,
    nanoseconds: Int64,
    interface: UInt32,
    linkType: UInt16,
    fileOffset: UInt64,
    hasTime: Bool = true
  ) {
    self.offset = offset
    self.capturedLength = capturedLength
    self.originalLength = originalLength
    self.nanoseconds = nanoseconds
    self.interface = interface
    self.linkType = linkType
    self.hasTime = hasTime
    self.fileOffset = fileOffset
  }
}
