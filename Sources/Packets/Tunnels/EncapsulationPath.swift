/// The VLANs, labels and tunnels around a packet, outermost first.
///
/// Flows with equal addresses on different paths are different flows.
package struct EncapsulationPath: Hashable, Sendable {
  /// The layers, outermost first; at most `maximumDepth`.
  package var layers: [Layer]

  package init(_ layers: [Layer] = []) { self.layers = layers }

  /// Layers beyond this many are not followed: deeper nesting is an attack, not a network.
  package static let maximumDepth = 8

  /// One encapsulation: its kind and its number (VLAN id, MPLS label, VNI, GRE key, TEID, session).
  package struct Layer: Hashable, Sendable {
    package var kind: Kind
    package var identifier: UInt32

    package init(_ kind: Kind, _ identifier: UInt32 = 0) {
      self.kind = kind
      self.identifier = identifier
    }
  }

  /// The encapsulations that the decoder follows.
  package enum Kind: UInt8, CaseIterable, Sendable {
    case vlan
    case mpls
    case pppoe
    case gre
    case erspan
    case ipip
    case sixInFour
    case vxlan
    case geneve
    case gtpu
    case teredo
    case l2tp

    /// Whether the two directions of a flow carry different numbers, each chosen by its receiver.
    ///
    /// Labels (RFC 3031 §3.1), TEIDs (TS 29.281 §5.1) and L2TP sessions (RFC 2661 §3.1) are such:
    /// they do not say which flow a packet is of.
    package var hasDirectionalIdentifier: Bool {
      switch self {
      case .mpls, .gtpu, .l2tp: true
      default: false
      }
    }
  }
}
