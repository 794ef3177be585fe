/// The bounds of reading a capture: what a file may ask of memory and time.
package struct CaptureLimits: Sendable {
  /// Bytes of one packet.
  ///
  /// 262,144 is the largest snapshot length that libpcap and Wireshark accept.
  package var packetBytes = 262_144
  /// Bytes of one packet of a link type that is known for large ones (D-Bus, USB).
  package var largePacketBytes = 128 << 20
  /// Bytes of one pcapng block that is not a packet; Wireshark has the same bound.
  package var blockBytes = 16 << 20
  /// Bytes that a compressed file may become: 1 TiB.
  package var expandedBytes: UInt64 = 1 << 40
  /// How many times larger than the file its expansion may be; gzip cannot exceed 1,032.
  package var expansionRatio: UInt64 = 1_100
  /// Bytes of expansion that the ratio does not count, so that tiny files are not refused.
  package var freeExpansion: UInt64 = 16 << 20
  /// Largest zstd window as a power of two: 32 MiB, four times what level 19 uses.
  package var zstdWindowLog = 25
  /// Interfaces of one capture; a busy host has hundreds.
  package var interfaces = 16_384
  /// Sections of one capture; files put together one after the other have one for each.
  package var sections = 16_384
  /// Damages that are described one by one; further ones are counted.
  package var damages = 64
  /// Comments on packets that are kept; further ones are counted.
  package var packetComments = 4_096
  /// Bytes of texts, name records and secrets that are kept in all; further ones are counted.
  package var metadataBytes = 8 << 20
  /// Files that are merged at once; each keeps a descriptor and a buffer.
  package var mergedFiles = 512
  /// Whether to look for further packets behind damage.
  ///
  /// Off, the records are those that Wireshark reads. On, what follows the damage is searched for
  /// records that are plausible, and what they yield is counted apart.
  package var recovers = false

  package init() {}

  /// The largest packet that a link type may have.
  func packetBound(linkType: UInt16) -> Int {
    switch linkType {
    // LINKTYPE_DBUS, LINKTYPE_USBPCAP: their messages may have 128 MiB.
    case 231, 249: largePacketBytes
    // LINKTYPE_EBHSCR: 8 MiB.
    case 279: min(max(8 << 20, packetBytes), largePacketBytes)
    default: packetBytes
    }
  }
}
