import Packets

extension DNSRecord {
  /// The contents as one line, in the words of Zeek's `dns.log` where it has some.
  package var text: String {
    switch data {
    case .a(let address): "\(address)"
    case .aaaa(let address): address.isIPv4 ? "::ffff:\(address)" : "\(address)"
    case .name(let name): name
    case .mx(_, let exchange): exchange
    case .text(let strings):
      strings.map { "\(type.name) \($0.utf8.count) \($0)" }.joined(separator: " ")
    case .srv(_, _, _, let target): target
    case .soa(let authority): authority.primary
    case .serviceBinding(let binding):
      "\(type.name) \(binding.priority) \(binding.target.isEmpty ? "." : binding.target)"
    case .authorization(_, let tag, let value): "CAA \(tag) \(value)"
    case .edns(let edns): "OPT \(edns.payloadSize)"
    case .opaque(let length), .malformed(let length): "\(type.name) of \(length) bytes"
    }
  }
}
