/// A section of a pcapng file; files of other formats have one.
package struct CaptureSection: Equatable, Sendable {
  /// Position in the file.
  package var index: Int
  package var byteOrder: ByteOrder
  package var majorVersion: UInt16
  package var minorVersion: UInt16
  /// Where the section starts, after decompression.
  package var byteOffset: UInt64
  package var hardware: String?
  package var operatingSystem: String?
  package var application: String?
  package var comments: [String] = []

  package init(
    index: Int,
    byteOrder: ByteOrder,
    majorVersion: UInt16,
    minorVersion: UInt16,
    byteOffset: UInt64
  ) {
    self.index = index
    self.byteOrder = byteOrder
    self.majorVersion = majorVersion
    self.minorVersion = minorVersion
    self.byteOffset = byteOffset
  }
}
