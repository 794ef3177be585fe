/// Captures whose streams rightly differ from Wireshark's, each with its reason.
enum StreamDifference {
  private static let reasons: [String: [StreamTransport: String]] = [:]

  /// Why the streams of a capture differ from tshark's; `nil` where they must be equal.
  static func reason(for name: String, _ transport: StreamTransport) -> String? {
    reasons[name]?[transport]
  }
}
