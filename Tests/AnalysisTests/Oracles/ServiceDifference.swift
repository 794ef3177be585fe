/// Captures in which tshark and Apus rightly name other streams, each with its reason.
enum ServiceDifference {
  private static let reasons: [String: [String: String]] = [
    "zeek__tcp-truncated-header.pcap": [
      "smtp": "no payload was captured: Apus goes by the port, tshark names nothing"
    ]
  ]

  /// Why the streams of a protocol differ from tshark's; `nil` where they must be equal.
  static func reason(for name: String, _ service: String) -> String? { reasons[name]?[service] }
}
