import Packets

/// Words that the sentences of findings are made of.
enum FindingText {
  /// A count with its noun in the right number.
  static func counted(_ count: UInt64, _ noun: String) -> String {
    "\(Quantity.count(count).text) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A service, host or client by its address.
  static func subject(_ subject: FindingSubject) -> String {
    guard let address = subject.server ?? subject.client else {
      return subject.name ?? "The capture"
    }
    guard let port = subject.port else { return "\(address)" }
    return address.isIPv4 ? "\(address):\(port)" : "[\(address)]:\(port)"
  }

  /// The subject of a group, or how many there are.
  static func subject(_ group: SymptomGroup) -> String {
    group.services == 1 ? subject(group.subject) : counted(UInt64(group.services), "service")
  }

  /// "in 3 connections".
  static func connections(_ group: SymptomGroup) -> String {
    "in " + counted(group.flowCount, "connection")
  }

  static func clients(_ group: SymptomGroup) -> String {
    guard group.clients.count == 1, let client = group.clients.first else {
      return clients(group.clients.count, hasMore: group.hasMoreClients)
    }
    return "\(client)"
  }

  /// How many clients there are, at least where not all were told apart.
  static func clients(_ count: Int, hasMore: Bool) -> String {
    hasMore
      ? "\(Quantity.count(UInt64(count)).text) or more clients" : counted(UInt64(count), "client")
  }

  static func time(_ nanoseconds: Int64) -> String { Quantity.nanoseconds(nanoseconds).text }

  static func share(_ share: Double) -> String { Quantity.ratio(share).text }
}
