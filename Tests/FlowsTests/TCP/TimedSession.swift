import Testing

@testable import Flows

/// A session and where its time went, in milliseconds.
struct TimedSession: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let packets: [Told]
  let parts: String

  init(_ description: String, _ packets: [Told], _ parts: String) {
    testDescription = description
    self.packets = packets
    self.parts = parts
  }

  /// The parts that are not zero.
  static func text(_ spent: TimeSpent) -> String {
    TimeUse.allCases.filter { spent[$0] != 0 }.map { use in
      let part = "\(use) \(spent[use] / 1_000_000)"
      switch use {
      case .requestTransfer: return part + text(spent.requestStalls)
      case .responseTransfer: return part + text(spent.responseStalls)
      default: return part
      }
    }.joined(separator: ", ")
  }

  private static func text(_ stalls: TimeSpent.Stalls) -> String {
    let loss = stalls.loss == 0 ? [] : ["loss \(stalls.loss / 1_000_000)"]
    let closed =
      stalls.closedWindow == 0 ? [] : ["window \(stalls.closedWindow / 1_000_000)"]
    let parts = loss + closed
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }
}
