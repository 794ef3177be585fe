package import CaptureFiles
package import Packets

extension ProtocolCounter {
  /// The hierarchy of everything counted on the interfaces of a capture.
  package func tree(
    on interfaces: [CaptureInterface],
    path: (PathID) -> EncapsulationPath
  ) -> ProtocolTree {
    let types = interfaces.reduce(into: [UInt32: LinkType]()) { types, interface in
      types[UInt32(clamping: interface.index)] = LinkType(rawValue: interface.linkType)
    }
    return tree(linkType: { types[$0] }, path: path)
  }

  /// The hierarchy of everything counted.
  ///
  /// `linkType` and `path` say what the interfaces' and paths' numbers stand for.
  package func tree(
    linkType: (UInt32) -> LinkType?,
    path: (PathID) -> EncapsulationPath
  ) -> ProtocolTree {
    var tree = ProtocolTree()
    // The whole way to each shape, in the order of their numbers.
    var ways: [[String]] = []
    for count in counts {
      let shape = count.shape
      let outer = shape.outer < 0 ? [] : ways[Int(shape.outer)]
      let names: [String]
      if shape.application != .none {
        names = shape.application.names
      } else if shape.outer < 0 {
        names = Self.names(of: shape, on: linkType(shape.interface), path(shape.path).layers[...])
      } else {
        let passed = path(counts[Int(shape.outer)].shape.path).layers.count
        names = Self.names(of: shape, on: nil, path(shape.path).layers.dropFirst(passed))
      }
      tree.add(count.traffic, through: names, under: outer[...])
      ways.append(outer + names)
    }
    return tree
  }

  private static func names(
    of shape: ProtocolShape,
    on link: LinkType?,
    _ layers: ArraySlice<EncapsulationPath.Layer>
  ) -> [String] {
    var names = link.map(ProtocolNames.link) ?? []
    if let link, shape.network != .none { names += ProtocolNames.afterLink(link) }
    var previous: EncapsulationPath.Kind?
    for layer in layers {
      // A stack of labels is one MPLS.
      if layer.kind != .mpls || previous != .mpls { names += ProtocolNames.layer(layer.kind) }
      previous = layer.kind
    }
    names += ProtocolNames.network(shape.network)
    guard shape.network == .ipv4 || shape.network == .ipv6 else { return names }
    return names + ProtocolNames.transport(shape.transport, shape.ipProtocol)
  }
}
