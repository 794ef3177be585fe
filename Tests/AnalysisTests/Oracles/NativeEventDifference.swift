import Flows

/// Captures whose events rightly differ from Wireshark's flags, each with its reason.
enum NativeEventDifference {
  private static let reasons: [String: [FlowEventKind: String]] = [:]

  /// Why the events of a capture differ from tshark's; `nil` where they must be equal.
  static func reason(for name: String, _ kind: FlowEventKind) -> String? { reasons[name]?[kind] }
}
