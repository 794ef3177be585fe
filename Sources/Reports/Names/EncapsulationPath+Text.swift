package import Packets

extension EncapsulationPath {
  /// The layers as text, outermost first: `vlan:10/vxlan:42`; empty without layers.
  package var text: String {
    layers.map { "\($0.kind.name):\($0.identifier)" }.joined(separator: "/")
  }
}
