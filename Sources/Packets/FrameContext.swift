/// What the capture says about a frame besides its bytes.
package struct FrameContext: Sendable {
  /// Frame number, from 1.
  package var frame: UInt64
  package var time: Timestamp
  /// Bytes on the wire; at least the bytes captured.
  package var wireLength: UInt32
  package var interface: UInt32
  /// LINKTYPE_ value (https://www.tcpdump.org/linktypes.html).
  package var linkType: LinkType

  package init(
    frame: UInt64,
    time: Timestamp,
    wireLength: UInt32,
    interface: UInt32,
    linkType: LinkType
  ) {
    self.frame = frame
    self.time = time
    self.wireLength = wireLength
    self.interface = interface
    self.linkType = linkType
  }
}
