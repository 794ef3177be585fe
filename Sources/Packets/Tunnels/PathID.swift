/// A small number that stands for an `EncapsulationPath` within one decoder; 0 is the empty path.
@usableFromInline package struct PathID: RawRepresentable, Hashable, Sendable {
  @usableFromInline package var rawValue: UInt32

  @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable package static var none: PathID { PathID(rawValue: 0) }

  /// Stands for every path that came after the decoder's table of paths was full.
  @inlinable package static var overflow: PathID { PathID(rawValue: .max) }
}
