/// Answers to requests without good credentials (RFC 3261 §21.4).
enum SIPRefusal {
  /// The reason that is registered for the status of a refused login.
  private static func phrase(of status: UInt16) -> StaticString? {
    switch status {
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 407: "Proxy Authentication Required"
    default: nil
    }
  }

  /// Whether a reason may be kept: servers can repeat in one of their own what they were told.
  static func keeps(_ reason: String, of status: UInt16) -> Bool {
    guard let phrase = phrase(of: status) else { return true }
    return Array(reason.utf8)[...].equals(ignoringCase: phrase)
  }
}
