internal import Dissection
internal import Packets

/// The contents of a DNS record as EVE has them.
enum EveRecordValue: Equatable {
  case text(String)
  case service(priority: UInt16, weight: UInt16, port: UInt16, name: String)
  case authority(DNSStartOfAuthority)
  /// Of a type that EVE does not describe.
  case opaque

  /// The types that `grouped` has.
  static let groupedTypes: [DNSRecordType] = [
    .a, .aaaa, .cname, .mx, .ns, .ptr, .soa, .srv, .txt,
  ]

  /// One for each record, and for each string of a TXT record.
  static func values(of data: DNSRecordData) -> [EveRecordValue] {
    switch data {
    case .a(let address), .aaaa(let address): [.text("\(address)")]
    case .name(let name), .mx(_, let name): [.text(name)]
    case .text(let strings): strings.isEmpty ? [.opaque] : strings.map { .text($0) }
    case .srv(let priority, let weight, let port, let target):
      [.service(priority: priority, weight: weight, port: port, name: target)]
    case .soa(let authority): [.authority(authority)]
    default: [.opaque]
    }
  }
}
