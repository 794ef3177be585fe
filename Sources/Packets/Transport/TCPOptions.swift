/// The TCP options that analysis uses; the rest are skipped by length.
package struct TCPOptions: Sendable {
  /// Which of the fields below were present.
  package var present: Present = []
  /// Maximum segment size (RFC 9293 §3.7.1).
  package var maximumSegmentSize: UInt16 = 0
  /// Window scale shift as sent (RFC 7323 §2); may exceed 14.
  package var windowScale: UInt8 = 0
  /// Multipath TCP subtypes seen, bit by subtype number (RFC 8684 §8); an MP_CAPABLE counts only
  /// with a key, for without one it names no connection.
  package var multipathSubtypes: UInt16 = 0
  /// Number of valid entries in `sackBlocks` (0 to 4).
  package var sackCount: UInt8 = 0
  /// TSval and TSecr (RFC 7323 §3).
  package var timestampValue: UInt32 = 0
  package var timestampEcho: UInt32 = 0
  /// SACK blocks in the order sent (RFC 2018).
  package var sackBlocks: InlineArray<4, SACKBlock> = .init(repeating: SACKBlock())

  package init() {}

  /// Which options a segment carried.
  @usableFromInline package struct Present: OptionSet, Sendable {
    @usableFromInline package var rawValue: UInt8

    @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

    @inlinable package static var maximumSegmentSize: Present { Present(rawValue: 1) }
    @inlinable package static var windowScale: Present { Present(rawValue: 2) }
    @inlinable package static var sackPermitted: Present { Present(rawValue: 4) }
    @inlinable package static var timestamps: Present { Present(rawValue: 8) }
    @inlinable package static var sack: Present { Present(rawValue: 16) }
    @inlinable package static var fastOpen: Present { Present(rawValue: 32) }
    @inlinable package static var multipath: Present { Present(rawValue: 64) }
  }
}
