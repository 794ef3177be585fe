package import Packets

/// The encapsulation paths that flow records refer to by number.
package struct PathNames: Sendable {
  var paths: [EncapsulationPath] = [EncapsulationPath()]

  package init() {}

  /// The path behind a number; the empty one for a number that is not known.
  package subscript(_ id: PathID) -> EncapsulationPath {
    Int(id.rawValue) < paths.count ? paths[Int(id.rawValue)] : EncapsulationPath()
  }
}
