package import Flows
package import Packets

/// Community ID v1 of a flow: a hash of its addresses, protocol and ports that many tools compute
/// alike, so that their records can be joined (https://github.com/corelight/community-id-spec).
///
/// Both directions give the same value. VLANs and tunnels are not part of it: the flow inside a
/// tunnel is hashed by its own addresses.
package struct CommunityID: Equatable, Sendable {
  /// Bytes of the text: `1:` and 28 base64 digits.
  package static let length = 30

  private let digits: InlineArray<28, UInt8>

  /// Hashes a flow.
  package init(_ flow: borrowing FlowRecord) {
    self.init(
      originator: flow.originator,
      responder: flow.responder,
      ipProtocol: flow.ipProtocol
    )
  }

  /// Hashes endpoints; the ports of ICMP are type and code, or type and reply's type, as in Zeek.
  ///
  /// `seed` separates the IDs of unrelated sites; all outputs have 0, the default of every tool.
  package init(
    originator: Endpoint,
    responder: Endpoint,
    ipProtocol: IPProtocol,
    seed: UInt16 = 0
  ) {
    let ports = Ports(of: ipProtocol)
    var first = originator
    var second = responder
    let isReversed = (second.address, second.port) < (first.address, first.port)
    if isReversed, !ports.keepsOrder(originator.port) {
      swap(&first, &second)
    }
    var message = Message()
    message.append(seed)
    message.append(first.address)
    message.append(second.address)
    message.append(UInt16(ipProtocol.rawValue) << 8)
    if ports != .absent {
      message.append(first.port)
      message.append(second.port)
    }
    digits = message.digest()
  }

  package var text: String {
    "1:" + String(decoding: (0..<28).map { digits[$0] }, as: UTF8.self)
  }

  package static func == (left: CommunityID, right: CommunityID) -> Bool {
    (0..<28).allSatisfy { left.digits[$0] == right.digits[$0] }
  }

  /// Puts the ID as text.
  func write(to output: inout ByteWriter) {
    output.put("1:")
    output.put(size: 28) { place in
      for index in 0..<28 { place[index] = digits[index] }
    }
  }
}
